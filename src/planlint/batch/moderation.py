"""How far moderators and planlint agree: reads the filled-in workbook of a batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from planlint.errors import ReadError
from planlint.files import reason
from planlint.report import DECLARED, LEVELS
from planlint.reporters.agreement import Agreement, Pair
from planlint.reporters.tables import MODERATORS

PLANLINT, ALL = "planlint", "All components"
_SAMPLING, _PLANS = "Sampling", "Plans"
_LONGEST = 1_000_000  # rows


@dataclass(frozen=True, slots=True)
class Rating:
    """What planlint and each moderator say of one component of one plan; who has said nothing is left out."""

    plan: str
    component: str
    levels: Mapping[str, str]


def read(path: str) -> list[Rating]:
    """The ratings in a workbook. Raises ReadError if it is none of a batch, or nobody has filled it in rightly."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except OSError as problem:
        raise ReadError(path, f"cannot be opened ({reason(problem)})", "check the name") from problem
    except Exception as problem:  # whatever a damaged file makes of openpyxl
        raise ReadError(path, "is not an Excel workbook", "give the filled-in summary.xlsx") from problem
    for name in (_SAMPLING, _PLANS):
        if name not in book.sheetnames:
            raise ReadError(path, f"has no sheet '{name}'", "give the summary.xlsx of a batch, filled in")
    levels = {str(row["No."]): row for _, row in _rows(path, book[_PLANS], _PLANS, ("No.",))}
    ratings = [
        _rating(path, line, row, levels.get(str(row["No."]), {}))
        for line, row in _rows(path, book[_SAMPLING], _SAMPLING, ("No.", "File", "Component", *MODERATORS))
        if row["Component"]
    ]
    if not any(who in rating.levels for rating in ratings for who in MODERATORS):
        remedy = f"fill in the columns of the moderators in the sheet '{_SAMPLING}'"
        raise ReadError(path, "holds no level that a moderator has filled in", remedy)
    return ratings


def _rows(path: str, sheet: Any, name: str, needed: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row below the headings as a mapping, with its number in the sheet."""
    rows = sheet.iter_rows(values_only=True, max_row=_LONGEST)
    heads = [str(head or "") for head in next(rows, ())]
    for head in needed:
        if head not in heads:
            raise ReadError(path, f"sheet '{name}' has no column '{head}'", "leave the first row as it is")
    for number, row in enumerate(rows, 2):
        yield number, dict(zip(heads, row, strict=False))


def _rating(path: str, line: int, row: Mapping[str, Any], plan: Mapping[str, Any]) -> Rating:
    component = str(row["Component"])
    said = {PLANLINT: str(plan.get(component) or "")} | {who: row[who] for who in MODERATORS}
    found = {}
    for who, value in said.items():
        level = _level(value)
        if level is None:
            what = f"'{value}' is not a level"
            raise ReadError(path, what, f"write one of: {', '.join(LEVELS)}", f"sheet '{_SAMPLING}', row {line}, {who}")
        if level:
            found[who] = level
    return Rating(str(row["File"]), component, found)


def _level(value: Any) -> str | None:
    """The level that a cell names, by word or as 0, 1 or 2; "" for an empty one, None if it is no level."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str("" if value is None else value).strip().lower()
    if text in ("", DECLARED):  # what only its author says was not judged
        return ""
    if text in LEVELS:
        return text
    return LEVELS[int(text)] if text in ("0", "1", "2") else None


def agreements(ratings: Sequence[Rating]) -> dict[str, dict[Pair, Agreement]]:
    """For each component in its order, and for all, how far each two agree who both have said something."""
    pairs = list(combinations((PLANLINT, *MODERATORS), 2))
    found: dict[str, dict[Pair, Agreement]] = {}
    for component in (*dict.fromkeys(rating.component for rating in ratings), ALL):
        of_it = [r.levels for r in ratings if component in (r.component, ALL)]
        told = {pair: [(r[pair[0]], r[pair[1]]) for r in of_it if pair[0] in r and pair[1] in r] for pair in pairs}
        found[component] = {pair: agreement(both) for pair, both in told.items() if both}
    return found


def agreement(both: Sequence[tuple[str, str]]) -> Agreement:
    """How far these pairs of levels agree."""
    ranks = [(LEVELS.index(one), LEVELS.index(other)) for one, other in both]
    apart = [int(one != other) for one, other in ranks]
    near = [abs(one - other) / (len(LEVELS) - 1) for one, other in ranks]
    return Agreement(len(both), len(both) - sum(apart), _kappa(ranks, apart, False), _kappa(ranks, near, True))


def _kappa(ranks: Sequence[tuple[int, int]], apart: Sequence[float], weighted: bool) -> float | None:
    """One less the disagreement seen over that expected if both had said the same levels as often, by chance."""
    count = len(ranks)
    first = [sum(one == rank for one, _ in ranks) / count for rank in range(len(LEVELS))]
    second = [sum(other == rank for _, other in ranks) / count for rank in range(len(LEVELS))]
    chance = sum(
        (abs(i - j) / (len(LEVELS) - 1) if weighted else float(i != j)) * one * other
        for i, one in enumerate(first)
        for j, other in enumerate(second)
    )
    return 1 - sum(apart) / count / chance if chance else None


def against(ratings: Iterable[Rating]) -> list[tuple[str, str, str, str]]:
    """Where all moderators who said something say the same, and planlint another thing.

    Each with the plan, the component, what they say and what planlint says.
    """
    found = []
    for rating in ratings:
        said = {rating.levels[who] for who in MODERATORS if who in rating.levels}
        ours = rating.levels.get(PLANLINT)
        if len(said) == 1 and ours and ours not in said:
            found.append((rating.plan, rating.component, said.pop(), ours))
    return found
