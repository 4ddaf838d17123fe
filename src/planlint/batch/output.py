"""The folder that a batch writes: a workbook, the same tables as CSV, a page a plan with an index, and JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from planlint.batch.desk import TOLD
from planlint.batch.entries import Batch, Item
from planlint.batch.spool import Spool
from planlint.errors import ConfigError
from planlint.files import reason
from planlint.report import LEVELS, Report
from planlint.reporters import csv, heatmap, json, tables, workbook
from planlint.reporters.plain import one_line
from planlint.reporters.tables import Cell, Cohort, Sheet
from planlint.reporters.workbook import Layout
from planlint.rule import SEVERITIES

Notes = Sequence[tuple[str, str]]
PAGES = "pages"
_OURS = re.compile(r"\d{4,}\.html")
LAYOUTS = {
    "Plans": Layout({"No.": 5, "File": 34, "Title": 36, "Kind": 14, "Words": 8, "Actions": 8, "Read how well": 8,
                     "Errors": 8, "Warnings": 9, "Notes": 7, "Kept quiet": 8, "Not read well because": 40,
                     "SHA-256": 14, "planlint": 9, "Rules": 16},
                    shares=tuple(tables.FIELDS.values()), frozen=2),
    "Findings": Layout({"No.": 5, "File": 30, "Rule": 30, "What planlint says": 60, "Where": 36, "Passage": 48,
                        "How to mend it": 60, "Kept quiet because": 24, "Fingerprint": 18}, frozen=2),
    "Components": Layout({"Component": 34, "Strand": 38},
                         shares=tuple(f"{level.capitalize()}, share of plans" for level in LEVELS), frozen=1),
    "Commonest findings": Layout({"Rule": 38, "What planlint says": 90}, shares=("Share of plans",), frozen=1),
    "Across plans": Layout({"Rule": 32, "What planlint says": 70, "File": 36, "Where": 30, "Passage": 48,
                            "How to mend it": 60, "Fingerprint": 18}),
    "Not read": Layout({"No.": 5, "File": 42, "What became of it": 20, "Why": 90, "SHA-256": 14}),
    "Sampling": Layout({"No.": 5, "File": 42, "Component": 34, "Moderator A": 14, "Moderator B": 14, "Note": 42,
                        "SHA-256": 14},
                       to_fill=(*tables.MODERATORS, "Note"), chosen=tables.MODERATORS, frozen=3),
}  # fmt: skip
FILES = {"Plans": "summary.csv", "Findings": "findings.csv", "Components": "components.csv",
         "Commonest findings": "commonest.csv", "Across plans": "across.csv", "Not read": "not-read.csv",
         "Sampling": "sampling.csv"}  # fmt: skip


class Output:
    """A folder for what a batch writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pages = folder / PAGES

    def open(self, clean: bool) -> None:
        """Makes the folder; with `clean`, takes away the pages of a batch before. Raises ConfigError if it cannot."""
        try:
            self.pages.mkdir(parents=True, exist_ok=True)
            if clean:
                self._keep_pages(frozenset())
        except OSError as problem:
            raise self._unwritable(problem) from problem

    def write(self, batch: Batch, spool: Spool, notes: Notes, packs: Mapping[str, str]) -> None:
        """Writes all but the pages. Raises ConfigError if the disk is full."""
        try:
            self._keep_pages(frozenset(item.page for item in batch.read))
            for sheet in sheets(batch, spool):
                self._stream(FILES[sheet.name], csv.stream(sheet))
            self._stream("report.json", _json(batch, spool, packs))
            self._stream("index.html", heatmap.stream(_index(batch, notes)))
            laid_out = [(sheet, _layout(sheet, batch)) for sheet in sheets(batch, spool)]
            workbook.write(self._folder / "summary.xlsx", laid_out, notes)
        except OSError as problem:
            raise self._unwritable(problem) from problem

    def _keep_pages(self, wanted: frozenset[str]) -> None:
        for page in self.pages.iterdir():
            if _OURS.fullmatch(page.name) and page.name not in wanted:
                page.unlink()

    def _unwritable(self, problem: OSError) -> ConfigError:
        what = f"cannot be written ({reason(problem)})"
        return ConfigError(str(self._folder), what, "make room, or choose another folder in --output")

    def _stream(self, name: str, pieces: Iterable[bytes]) -> None:
        """Writes the file whole, or leaves it as it was."""
        draft = self._folder / f".{name}.draft"
        try:
            with draft.open("wb") as file:
                file.writelines(pieces)
            draft.replace(self._folder / name)
        finally:
            draft.unlink(missing_ok=True)


def sheets(batch: Batch, spool: Spool) -> list[Sheet]:
    """The tables of a batch, their rows to be asked for once."""
    paths = {item.file.path: entry for item, entry in zip(batch.read, batch.entries, strict=True)}
    told = (spool.take_plain(TOLD, item.number) for item in batch.read)
    again = (spool.take_plain(TOLD, item.number) for item in batch.read)
    return [
        Sheet("Plans", tables.plan_columns(batch.parts), (one["row"] for one in told)),
        Sheet("Findings", tables.FINDINGS, (row for one in again for row in one["rows"])),
        *tables.cohort_sheets(cohort(batch), batch.parts),
        Sheet("Across plans", tables.ACROSS, tables.across_rows(batch.across, paths)),
        Sheet("Not read", tables.NOT_READ, map(_unread, batch.unread)),
        Sheet("Sampling", tables.SAMPLE, _sampling(batch)),
    ]


def cohort(batch: Batch) -> Cohort:
    """What the plans are like together."""
    levels: dict[str, Counter[str]] = {part.key: Counter() for part in batch.parts}
    weights: dict[str, str] = {}
    plans: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for item in batch.read:
        for key, level in item.levels.items():
            levels.setdefault(key, Counter())[level] += 1
        for rule, (weight, count) in item.rules.items():
            weights.setdefault(rule, weight)
            plans[rule] += 1
            times[rule] += count
    rules = {rule: (weights[rule], plans[rule], times[rule]) for rule in weights}
    return Cohort(len(batch.read), levels, rules, batch.says)


def _unread(item: Item) -> list[Cell]:
    assert item.failure
    return [item.number, item.label, item.fate, one_line(item.failure.error), item.digest]


def _sampling(batch: Batch) -> Iterator[list[Cell]]:
    for item in batch.drawn:
        for part in batch.parts:
            yield [item.number, item.label, part.name, None, None, None, item.digest, batch.seed]


def _layout(sheet: Sheet, batch: Batch) -> Layout:
    layout = LAYOUTS[sheet.name]
    return replace(layout, levels=tables.first_level(batch.parts)) if sheet.name == "Plans" else layout


def _json(batch: Batch, spool: Spool, packs: Mapping[str, str]) -> Iterator[bytes]:
    failures = tuple(item.failure for item in batch.unread if item.failure and item.fate != "passed over")
    counts: dict[str, int] = {}
    for severity in SEVERITIES:
        counts[severity] = sum(item.severities.get(severity, 0) for item in batch.read)
    texts = (spool.take_plain(TOLD, item.number)["json"] for item in batch.read)
    rest = Report(failures=failures, packs=dict(packs), across=batch.across)
    return json.stream(rest, texts, len(batch.read), counts)


def _index(batch: Batch, notes: Notes) -> heatmap.Index:
    rows = (
        heatmap.Row(
            item.number, item.label, item.title, f"{PAGES}/{item.page}",
            tuple(item.levels.get(part.key, "") for part in batch.parts),
            tuple(item.severities.get(severity, 0) for severity in SEVERITIES),
        )
        for item in batch.read
    )  # fmt: skip
    pages = {item.file.path: (item.label, f"{PAGES}/{item.page}") for item in batch.read}
    found = batch.across
    across = [heatmap.Remark(f.rule, f.severity, f.message, *pages.get(f.location.path, ("", ""))) for f in found]
    unread = [(item.label, item.fate, item.failure.error) for item in batch.unread if item.failure]
    return heatmap.Index(batch.folder, batch.parts, cohort(batch), rows, len(batch.read), across, unread, notes)
