"""Rules that look across several plans: what they gather from each, and what they find in all of them.

Such a rule's check has `ACROSS = True`, `gather(reading, *, options...)`, which gives plain data while a plan is open,
and `check(cohort, *, options...)`, which is given what was gathered from each. No plan is kept.
"""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from planlint.cohort import Cohort, Member
from planlint.fingerprint import fingerprint
from planlint.packs.running import Bound, CheckCrash, Prepared, fill
from planlint.plan import Plan
from planlint.reading import Reading
from planlint.report import DECLARED, Coverage, Finding
from planlint.rule import Rule

Gathered = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """A plan as those rules saw it: the Member, and by rule what was gathered."""

    member: Member
    gathered: Gathered

    def plain(self) -> dict[str, Any]:
        """The same as lists, mappings and texts."""
        return {**asdict(replace(self.member, gathered=None)), "gathered": dict(self.gathered)}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Seen:
        """What `plain` gave, as it was."""
        return cls(Member(**{**plain, "gathered": None}), plain["gathered"])


def gather(prepared: Prepared, plan: Plan, today: datetime.date | None = None) -> Gathered:
    """What each rule wants to know of this plan, by rule. Raises CheckCrash."""
    if not prepared.across:
        return {}
    reading = prepared.open(plan, today)
    return {rule.id: _gather(prepared.bound[rule.id], reading, plan) for rule in prepared.across}


def _gather(bound: Bound, reading: Reading, plan: Plan) -> Any:
    function = getattr(bound.module, "gather", None)
    if function is None:
        return None
    wanted = inspect.signature(function).parameters
    try:
        return function(reading, **{name: value for name, value in bound.arguments.items() if name in wanted})
    except Exception as problem:
        raise CheckCrash(bound.rule.id, plan.path, problem) from problem


def member(plan: Plan, coverage: Iterable[Coverage]) -> Member:
    """A plan as one of a cohort."""
    parts = ((f"{c.model}/{part.id}", part) for c in coverage for part in c.components)
    levels = {key: DECLARED if part.declared else part.level for key, part in parts}
    return Member(plan.path, plan.title, plan.kind, plan.scope, levels)


def judge(prepared: Prepared, folder: str, seen: Iterable[Seen]) -> tuple[Finding, ...]:
    """What the rules find in all these plans together, by rule and in the order of the plans. Raises CheckCrash."""
    plans = list(seen)
    return tuple(found for rule in prepared.across for found in _judge(prepared, rule, folder, plans))


def findings(prepared: Prepared, rule: Rule, plans: Iterable[Plan], today: datetime.date) -> tuple[Finding, ...]:
    """What one of the rules finds in these plans, which all lie in one folder."""
    bound, seen = prepared.bound[rule.id], []
    for plan in plans:
        gathered = _gather(bound, prepared.open(plan, today), plan)
        seen.append(Seen(member(plan, prepared.read(plan, today).coverage), {rule.id: gathered}))
    return tuple(_judge(prepared, rule, "", seen))


def _judge(prepared: Prepared, rule: Rule, folder: str, seen: list[Seen]) -> Iterator[Finding]:
    bound = prepared.bound[rule.id]
    names = {f"{model.id}/{part.id}": part.name for model in prepared.models for part in model.parts}
    members = tuple(replace(one.member, gathered=one.gathered.get(rule.id)) for one in seen)
    try:
        for remark in bound.module.check(Cohort(folder, members, names), **bound.arguments):
            found = fill(rule, remark)
            about = f"{found.location.path}\n{found.context or found.found or found.message}"
            yield replace(found, fingerprint=fingerprint(rule.id, about))
    except Exception as problem:
        raise CheckCrash(rule.id, folder, problem) from problem
