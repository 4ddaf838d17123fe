"""A plan being read: what a check is given, worked out when first asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from planlint.dates import Calendar, calendar
from planlint.directives import Directive, directives
from planlint.language import Analysed, Hit, Hits, Matcher, Span
from planlint.people import Roster, roster
from planlint.plan import Plan
from planlint.report import Coverage, Finding
from planlint.units import Unit, units
from planlint.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Cues:
    """A rule's list of cues, as a check sees it: the key under which its hits are found.

    owner: the rule's id, or the vocabulary's part; name: the option, or the part's key.
    """

    owner: str
    name: str


NO_CUES = Cues("", "")


def _no_findings(_: Reading) -> tuple[Finding, ...]:
    return ()


def _no_coverage(_: Reading) -> tuple[Coverage, ...]:
    return ()


class Reading:
    """One plan with what can be asked of it.

    plan:       the plan.
    vocabulary: the words of schools.
    today:      the day of the run; None if none was given.
    frames:     lists of cues from the vocabulary that say how a cue is meant ("negated", "hoped", ...).
    known:      ids of all rules there are; components: ids of all components; ran: ids of the rules that run.
    heed:       False if what the author tells planlint in the plan is passed over.
    """

    def __init__(
        self,
        plan: Plan,
        vocabulary: Vocabulary,
        matcher: Matcher | None = None,
        *,
        today: datetime.date | None = None,
        frames: Mapping[str, Cues] | None = None,
        assess: Callable[[Reading], tuple[Coverage, ...]] = _no_coverage,
        judge: Callable[[Reading], tuple[Finding, ...]] = _no_findings,
        known: tuple[str, ...] = (),
        components: tuple[str, ...] = (),
        ran: tuple[str, ...] = (),
        heed: bool = True,
    ) -> None:
        self.plan, self.vocabulary, self.today = plan, vocabulary, today
        self.frames = dict(frames or {})
        self.known, self.components, self.ran, self.heed = known, components, ran, heed
        self._matcher, self._assess, self._judge = matcher, assess, judge

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The plan's units, in reading order."""
        return units(self.plan)

    @cached_property
    def found(self) -> Hits:
        """Every hit of every list of cues, from one pass over the plan."""
        return (self._matcher or Matcher({})).find(self.units)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """Each model's components with their levels."""
        return self._assess(self)

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """What the plan's author tells planlint; nothing if that is not heeded."""
        return directives(self.plan) if self.heed else ()

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find, those aside that wait for the others."""
        return self._judge(self)

    @cached_property
    def calendar(self) -> Calendar:
        """The calendar that the plan's dates are read with."""
        cells = (b.text for a in self.plan.actions for role in ("deadline", "start") for b in a.blocks(role))
        return calendar(self.vocabulary, cells)

    @cached_property
    def roster(self) -> Roster:
        """Who is who in the plan."""
        return roster(self.plan, self.vocabulary)

    def hits(self, cues: Cues) -> tuple[Hit, ...]:
        """The hits of a list of cues in the whole plan, in reading order."""
        return () if cues == NO_CUES else self.found[cues]

    def hits_in(self, cues: Cues, unit: Unit, *stretches: Span) -> tuple[Hit, ...]:
        """The hits of a list of cues in this unit; if stretches are given, those that have a span in one of them."""
        if cues == NO_CUES:
            return ()
        return tuple(self.found.within(cues, unit, *stretches)) if stretches else self.found.of(cues, unit)

    def frame(self, name: str) -> Cues:
        """The vocabulary's list of cues of that name; one without hits if no pack has it."""
        return self.frames.get(name, NO_CUES)

    def analysed(self, unit: Unit) -> Analysed:
        """The unit's words, sentences and clauses."""
        return self.found.analysed(unit)
