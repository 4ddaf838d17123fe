"""Every plan below a folder, read in parallel; what is found is written to another folder."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from planlint.batch.blinding import Key, Mask
from planlint.batch.desk import GATHERED, SHARED, Desk, version_of
from planlint.batch.entries import Batch, Item, items, sample
from planlint.batch.folder import survey
from planlint.batch.notes import notes
from planlint.batch.output import Output
from planlint.batch.spool import Spool
from planlint.batch.stages import Options, Stages, Watch
from planlint.cache import Cache
from planlint.packs import across
from planlint.report import Finding
from planlint.reporters.rulebook import blank
from planlint.reporters.tables import Entry, Part
from planlint.settings import Settings

_CONFIGURED = re.compile(r"(excluded by ).*[/\\](?=[^/\\]+$)", re.DOTALL)  # the folders of a configuration


class _SetUp:
    """Makes a process's desk; a forked process finds that of its parent."""

    def __init__(self, *arguments: Any) -> None:
        self._arguments = arguments
        self.desk = Desk(*arguments)

    def __call__(self) -> Callable[[Any], Any]:
        return self.desk

    def __reduce__(self) -> tuple[Any, ...]:
        return _SetUp, self._arguments


def run(folder: str, output: Path, settings: Settings, options: Options, cache: Cache | None, watch: Watch) -> Batch:
    """Reads every plan below the folder and writes what is found to the output folder.

    What is written is the same whatever the number of processes and what the cache holds. If it is interrupted, what
    is finished is written all the same. Raises ConfigError, RuleError and ReadError, and CheckCrash for a rule across
    plans that breaks.
    """
    found = items(survey(folder, settings), options.blind)
    with tempfile.TemporaryDirectory(prefix="planlint-") as room:
        target, spool = Output(output), Spool(Path(room))
        set_up = _SetUp(settings, folder, cache, spool, target.pages, options.blind)
        target.open(clean=options.blind)
        stages = Stages(set_up, options, watch)
        names = stages.read(found)
        if cache:
            cache.prune()
        read = [item for item in found if not item.fate]
        key = Key()
        masks = key.add((item.number, names[item.number]) for item in read) if options.blind else {}
        shared = key.shared()
        spool.keep_plain(SHARED, 0, [dict(shared.labels), sorted(shared.bare)])
        seen = (across.Seen.of(spool.take_plain(GATHERED, item.number)) for item in read)
        remarks = across.judge(set_up.desk.across.prepared, folder, seen)
        parts, entries = _parts(set_up.desk), _entries(set_up.desk, read)
        stages.tell(read, entries, parts, masks)
        if options.blind:
            remarks = tuple(_unnamed(remarks, found, shared, folder))
            _unname(found, folder)
        told = [item for item in read if not item.fate]
        batch = Batch(
            "plans" if options.blind else folder, tuple(found), parts, tuple(entries[item.number] for item in told),
            remarks, tuple(sample(told, options.sample, options.seed)), options.seed, stages.stopped,
            {rule.id: blank(rule.message) for rule in set_up.desk.across.prepared.rules},
        )  # fmt: skip
        target.write(batch, spool, notes(batch, settings, *version_of(set_up.desk)), set_up.desk.across.versions)
    return batch


def _parts(desk: Desk) -> tuple[Part, ...]:
    models = desk.across.prepared.models
    return tuple(Part(f"{model.id}/{part.id}", part.name, part.strand_name) for model in models for part in model.parts)


def _entries(desk: Desk, read: Iterable[Item]) -> dict[int, Entry]:
    version, rules = version_of(desk)
    return {item.number: Entry(item.number, item.label, item.digest, version, rules) for item in read}


def _unnamed(remarks: Iterable[Finding], found: list[Item], shared: Mask, folder: str) -> Iterator[Finding]:
    """The findings across plans without names."""
    paths = {item.file.path: item.label for item in found} | {folder: "plans"}
    names = {item.file.name: item.label for item in found}
    for remark in remarks:
        texts = [remark.message, remark.found, remark.context or "", remark.location.label, *remark.location.trail]
        blind = replace(shared, paths=paths | names).ready("\n".join(texts))
        label, *trail = map(blind.text, texts[3:])
        path = paths.get(remark.location.path, remark.location.path)
        yield replace(
            remark, message=blind.text(remark.message), found=blind.text(remark.found),
            context=None if remark.context is None else blind.text(remark.context),
            location=replace(remark.location, path=path, label=label, trail=tuple(trail)),
        )  # fmt: skip


def _unname(found: list[Item], folder: str) -> None:
    """Takes the names of files out of what is said of those that were not read."""
    for item in found:
        if item.failure:
            error = item.failure.error.replace(item.file.path, item.label).replace(folder, "plans")
            error = _CONFIGURED.sub(r"\1", error)
            item.failure = replace(item.failure, path=item.label, error=error)
        item.file = replace(item.file, path=item.label, name=item.label)
