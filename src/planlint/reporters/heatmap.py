"""A batch as a page for people: components by plan as a heat map, each plan with a link to its own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from planlint import __version__
from planlint.report import DECLARED
from planlint.reporters.comments import MARKS
from planlint.reporters.plain import one_line
from planlint.reporters.tables import Cohort, Part

TEMPLATES = Path(__file__).parent / "templates"
SIGNS = {**MARKS, DECLARED: "d", "": ""}


@dataclass(frozen=True, slots=True)
class Row:
    """One plan: its levels in the order of the components, its counts in the order of the severities."""

    number: int
    name: str
    title: str
    page: str
    levels: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding across plans, with the plan it stands at and that plan's page ("" if it is about all)."""

    rule: str
    severity: str
    message: str
    name: str
    page: str


@dataclass(frozen=True, slots=True)
class Index:
    """Everything on the page; `rows` are asked for once."""

    folder: str
    parts: Sequence[Part]
    cohort: Cohort
    rows: Iterable[Row]
    plans: int
    across: Sequence[Remark]
    unread: Sequence[tuple[str, str, str]]
    notes: Sequence[tuple[str, str]]


def stream(index: Index) -> Iterator[bytes]:
    """The page in UTF-8, in pieces."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, finalize=_plain,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    style = (TEMPLATES / "heatmap.css").read_text(encoding="utf-8")
    strands = [(name, len(list(parts))) for name, parts in groupby(index.parts, lambda part: part.strand)]
    pieces = environment.get_template("heatmap.html").generate(
        index=index, strands=strands, style=Markup(style), version=__version__, SIGNS=SIGNS
    )
    for piece in pieces:
        yield piece.encode("utf-8", "replace")


def _plain(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value
