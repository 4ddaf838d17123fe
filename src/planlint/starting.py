"""A plan to start from: the vocabulary's outline of a kind of plan, written as Markdown, YAML or Word."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from planlint.vocabulary import Vocabulary

_SPRING = 4  # from April on people write the plan of the next school year
_EPOCH = (2000, 1, 1, 0, 0, 0)
_REF = "Ref"
_WIDTH, _MARGIN, _NUMBER = 257, 20, 14  # millimetres: of a page's text, around it, of a column of numbers


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the outline: its heading, lines that say what to write, and a table (heading row first)."""

    heading: str
    lines: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan to start from."""

    title: str
    parts: tuple[Part, ...]


def kinds(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The kinds of plan that can be started."""
    starters = vocabulary.part("starters")
    return tuple(name for name in starters if name != "cells")


def outline(kind: str, today: datetime.date, vocabulary: Vocabulary) -> Outline:
    """The outline of a kind of plan for the school year that is being planned on this day."""
    starters = vocabulary.part("starters")
    first = today.year - (1 if today.month < _SPRING else 0)
    filled = {"year": f"{first}-{(first + 1) % 100:02d}"}
    chosen: Mapping[str, object] = starters[kind]
    parts = tuple(_parts(starters[kind]["sections"], {c["column"]: c["says"] for c in starters["cells"]}))
    return Outline(str(chosen["title"]).format(**filled), parts)


def _parts(sections: Sequence[Mapping[str, object]], cells: Mapping[str, str]) -> Iterator[Part]:
    number = 0
    shown: set[tuple[str, ...]] = set()  # one table of a kind shows what belongs in its cells
    for section in sections:
        table = section.get("table")
        rows: list[tuple[str, ...]] = []
        if isinstance(table, Mapping):
            columns = tuple(str(c) for c in table["columns"])
            number += _REF in columns
            rows = [columns]
            for row in range(1, int(table["rows"]) + 1):
                said = cells if row == 1 and columns not in shown else {}
                rows.append(tuple(f"{number}.{row}" if c == _REF else said.get(c, "") for c in columns))
            shown.add(columns)
        lines = section.get("lines")
        found = tuple(str(line) for line in lines) if isinstance(lines, list) else ()
        yield Part(str(section["heading"]), found, tuple(rows))


def markdown(plan: Outline) -> bytes:
    """The outline as Markdown."""
    blocks = [f"# {plan.title}"]
    for part in plan.parts:
        blocks.append(f"## {part.heading}")
        if part.lines:
            blocks.append("\n".join(f"- {line}" for line in part.lines))
        if part.table:
            head, *rows = ("| " + " | ".join(cells) + " |" for cells in part.table)
            blocks.append("\n".join([head, "|" + " --- |" * len(part.table[0]), *rows]))
    return ("\n\n".join(blocks) + "\n").encode()


def as_yaml(plan: Outline) -> bytes:
    """The outline as YAML: a list of sections, each table a list of rows with the columns as keys."""
    sections = []
    for part in plan.parts:
        section: dict[str, object] = {"title": part.heading}
        if part.lines:
            section["notes"] = list(part.lines)
        if part.table:
            keys = [name.lower().replace(" ", "_") for name in part.table[0]]
            section["rows"] = [dict(zip(keys, row, strict=True)) for row in part.table[1:]]
        sections.append(section)
    document = {"title": plan.title, "sections": sections}
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=100).encode()


def word(plan: Outline) -> bytes:
    """The outline as a Word file, the same bytes each time."""
    import docx  # only this form of the plan needs it

    document = docx.Document()
    document.core_properties.title = plan.title
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = datetime.datetime(*_EPOCH)
    _lay_out(document)
    document.add_heading(plan.title, 0)
    for part in plan.parts:
        document.add_heading(part.heading, 1)
        for line in part.lines:
            document.add_paragraph(line, "List Bullet")
        if part.table:
            _add_table(document, part.table)
    out = io.BytesIO()
    document.save(out)
    return _undated(out.getvalue())


def _lay_out(document: Any) -> None:
    """A4 on its side: a table of actions has eight columns."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(_WIDTH + 2 * _MARGIN), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)


def _add_table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    table.autofit = False
    number = _NUMBER if rows[0][0] == _REF else 0
    rest = (_WIDTH - number) / (len(rows[0]) - bool(number))
    widths = [Mm(number or rest), *(Mm(rest) for _ in rows[0][1:])]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, texts in zip(table.rows, rows, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.text, cell.width = text, width
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True


def _undated(data: bytes) -> bytes:
    """The same zip file without the time at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry in archive.infolist():
            plain = zipfile.ZipInfo(entry.filename, _EPOCH)
            plain.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(plain, archive.read(entry))
    return out.getvalue()


FORMS = {".md": markdown, ".markdown": markdown, ".yaml": as_yaml, ".yml": as_yaml, ".docx": word}
