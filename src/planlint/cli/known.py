"""What `--baseline` and `--update-baseline` do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planlint.cli import streams
from planlint.errors import ConfigError

if TYPE_CHECKING:
    from planlint.baseline import Baseline
    from planlint.report import Report
    from planlint.settings import Settings


def read_baseline(name: str, update: bool) -> Baseline:
    """The baseline in that file; an empty one if it is yet to be made. Raises ConfigError."""
    from planlint.baseline import Baseline, load

    path = Path(name)
    if update and not path.exists():
        if not path.parent.is_dir():
            raise ConfigError(name, "lies in a folder that is not there", "make the folder first")
        return Baseline(path)
    return load(path)


def compare(report: Report, known: Baseline, settings: Settings, update: bool) -> Report:
    """The report with what is known kept quiet; with `update`, what stands in it now is made known first."""
    from planlint import selection
    from planlint.baseline import apply, renames, render, renewed
    from planlint.reporters.describe import count

    mandatory = frozenset(
        r.id for r in report.rules if any(selection.means(name, r) for name in settings.mandatory)
    )  # fmt: skip
    for name, old in renames(report, known).items():
        streams.tell(f"{known.path}: {name} is taken for {old}, which is no longer there.")
    if update:
        known = renewed(report, known, mandatory)
        streams.write_file(str(known.path), render(known))
        total = sum(entry.count for entries in known.plans.values() for entry in entries.values())
        told = f"{count(total, 'finding')} in {count(len(known.plans), 'plan')}"
        streams.tell(f"{known.path}: {told} {'is' if total == 1 else 'are'} known from now on.")
    return apply(report, known, mandatory)
