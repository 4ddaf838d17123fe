"""Two states of a plan set side by side: what is covered more or less, and which findings came, went and stayed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from planlint.report import LEVELS, Component, Finding, PlanReport
from planlint.rule import Severity

Turn = Literal["rose", "fell", "same"]
GRAVE: tuple[Severity, ...] = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Covered:
    """One component of a model in both states; None where the model was not put to that state."""

    model: str
    old: Component | None
    new: Component | None

    @property
    def component(self) -> Component:
        """The component as it is now, or else as it was."""
        found = self.new or self.old
        assert found
        return found

    @property
    def turn(self) -> Turn:
        """Whether its level rose, fell or stayed."""
        if self.old is None or self.new is None:
            return "same"
        gap = LEVELS.index(self.new.level) - LEVELS.index(self.old.level)
        return "rose" if gap > 0 else "fell" if gap < 0 else "same"

    @property
    def newly_declared(self) -> bool:
        """Whether its author says now, and did not before, that it is there in other words than planlint knows."""
        return bool(self.new and self.new.declared and not (self.old and self.old.declared))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one state of a plan to the other.

    Findings on components are told by `coverage` alone. The others are matched by fingerprint, each as often as it
    stands: `added`, `mended` (gone), `silenced` (silenced now, not before) and `unchanged`, in reading order.
    """

    old: PlanReport
    new: PlanReport
    coverage: tuple[Covered, ...]
    added: tuple[Finding, ...]
    mended: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    grave: tuple[Severity, ...] = GRAVE

    @property
    def worse(self) -> bool:
        """Whether a component's level fell or a finding of one of the grave weights came."""
        return any(c.turn == "fell" for c in self.coverage) or any(f.severity in self.grave for f in self.added)


def compare(old: PlanReport, new: PlanReport, grave: tuple[Severity, ...] = GRAVE) -> Comparison:
    """The two states set side by side; new findings of the `grave` weights make the later one worse."""
    coverage = tuple(_coverage(old, new))
    told = {f"{c.model}/{c.component.id}" for c in coverage}
    before, after = ([f for f in report.findings if f.rule not in told] for report in (old, new))
    now = [f for f in after if f.suppressed is None]
    gone, added, kept = _matched([f for f in before if f.suppressed is None], now)
    mended, _, silenced = _matched(gone, [f for f in after if f.suppressed])
    return Comparison(old, new, coverage, tuple(added), tuple(mended), tuple(silenced), tuple(kept), grave)


def _coverage(old: PlanReport, new: PlanReport) -> Iterator[Covered]:
    before, after = _components(old), _components(new)
    for model, id in dict.fromkeys([*after, *before]):
        yield Covered(model, before.get((model, id)), after.get((model, id)))


def _components(report: PlanReport) -> dict[tuple[str, str], Component]:
    return {(covered.model, c.id): c for covered in report.coverage for c in covered.components}


def _matched(
    before: Sequence[Finding], after: Sequence[Finding]
) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """Those that are before only, after only, and in both (as they are after).

    Where the same remark on the same words stands more often on one side, those at places that both sides have are
    taken for the same ones.
    """
    left = dict(enumerate(before))
    came = dict(enumerate(after))
    for same_place in (True, False):
        for number, finding in list(came.items()):
            match = next((n for n, f in left.items() if _same(f, finding, same_place)), None)
            if match is not None:
                del left[match], came[number]
    kept = [finding for number, finding in enumerate(after) if number not in came]
    return list(left.values()), list(came.values()), kept


def _same(old: Finding, new: Finding, same_place: bool) -> bool:
    return old.fingerprint == new.fingerprint and (not same_place or old.location.label == new.location.label)
