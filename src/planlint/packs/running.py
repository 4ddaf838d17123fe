"""Rules made ready once, and run over one plan after another."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import ModuleType
from typing import Any

from planlint.language import Classes, Cue, Matcher
from planlint.load import weigh
from planlint.packs.cuelists import CueLists
from planlint.packs.loading import Packs
from planlint.packs.models import Model
from planlint.packs.options import bind, find_check
from planlint.plan import Plan
from planlint.reading import Cues, Reading
from planlint.report import DECLARED, Component, Coverage, Evidence, Finding, PlanReport
from planlint.rule import Remark, Rule
from planlint.suppressions import component as is_component
from planlint.vocabulary import Vocabulary

_QUOTED, _TOLD = 80, 240


class CheckCrash(Exception):
    """A check that broke on a plan: a bug of the check, not a finding. Names the rule and the plan."""

    def __init__(self, rule: str, path: str, problem: Exception) -> None:
        self.rule, self.path = rule, path
        super().__init__(f"{path}: the check of {rule} broke ({type(problem).__name__}: {problem})")


@dataclass(frozen=True, slots=True)
class Bound:
    """A rule with its check's module and keyword arguments."""

    rule: Rule
    module: ModuleType
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rules ready to run: all their cues in one matcher.

    rules: those whose findings are wanted; known, components: ids of all rules and components there are; cues: what
    stands in each list of cues; across: rules that look across several plans, and are not put to one.
    """

    rules: tuple[Rule, ...]
    bound: Mapping[str, Bound]
    models: tuple[Model, ...]
    matcher: Matcher
    frames: Mapping[str, Cues]
    vocabulary: Vocabulary
    known: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    cues: Mapping[Cues, tuple[Cue, ...]] = field(default_factory=dict)
    across: tuple[Rule, ...] = ()

    def open(self, plan: Plan, today: datetime.date | None = None) -> Reading:
        """The plan for checks that ask for no cues."""
        return Reading(plan, self.vocabulary, today=today)

    def read(self, plan: Plan, today: datetime.date | None = None, heed: bool = True) -> Reading:
        """The plan, ready for checks; with `heed`, as its author wants it judged."""
        reading = Reading(
            plan, self.vocabulary, self.matcher, today=today, frames=self.frames, heed=heed,
            assess=partial(_coverage, self), judge=partial(_judge, self), known=self.known,
            components=self.components, ran=tuple(r.id for r in self.rules),
        )  # fmt: skip
        _ = reading.found  # here, so that what breaks in matching is not laid at the door of the first rule
        return reading

    def run(self, plan: Plan, today: datetime.date | None = None, heed: bool = True) -> PlanReport:
        """The plan's coverage, and the findings of the rules in order of rule (not of place), without fingerprints.

        With `heed`, components that the author declares are so, and what is amiss with directives is found; nothing
        is silenced yet. Raises CheckCrash if a check breaks.
        """
        reading = self.read(plan, today, heed)
        coverage, found = reading.coverage, reading.findings
        last = (bound for bound in map(self._bound, self.rules) if _is_last(bound))
        waited = tuple(f for bound in last for f in _findings(bound, reading))
        return PlanReport(plan, coverage, (*found, *waited), load=weigh(reading))

    def _bound(self, rule: Rule) -> Bound:
        return self.bound[rule.id]

    def findings(self, rule: Rule, plan: Plan, today: datetime.date | None = None) -> tuple[Finding, ...]:
        """The findings of one of the rules."""
        return tuple(_findings(self.bound[rule.id], self.read(plan, today)))

    def component(self, rule: Rule, plan: Plan, today: datetime.date | None = None) -> Component:
        """What one coverage rule says of the plan."""
        return _assess(self.bound[rule.id], self.read(plan, today), rule.id, "", "")


def prepare(packs: Packs, rules: Iterable[Rule] | None = None) -> Prepared:
    """These rules (all that are enabled, if None) ready to run.

    The components of every model that one of the rules belongs to are always assessed, whichever rules are chosen.
    Raises RuleError at the first option or cue that is not well formed.
    """
    chosen = tuple(r for r in packs.rules if r.enabled) if rules is None else tuple(rules)
    families = {rule.id.split("/")[0] for rule in chosen}
    models = tuple(m for m in packs.models if m.id in families)
    wanted = {model.rule(part) for model in models for part in model.parts}
    loaded = {rule.id: rule for rule in packs.rules if rule.id in wanted} | {rule.id: rule for rule in chosen}
    lists = CueLists(Classes(packs.vocabulary.part("classes"), packs.vocabulary.paths.get("classes", "")))
    bound = {}
    for rule in loaded.values():
        module = find_check(rule, packs.folders)
        function = getattr(module, "assess", None) or module.check
        bound[rule.id] = Bound(rule, module, bind(rule, function, partial(lists.collect, rule.id)))
    across = tuple(rule for rule in chosen if _is_across(bound[rule.id]))
    alone = tuple(rule for rule in chosen if not _is_across(bound[rule.id]))
    frames = lists.collect_part("frames", packs.vocabulary)
    groups: dict[Any, tuple[Cue, ...]] = dict(lists.groups)
    known = tuple(rule.id for rule in packs.rules)
    components = tuple(part.id for model in packs.models for part in model.parts)
    return Prepared(
        alone, bound, models, Matcher(groups), frames, packs.vocabulary, known, components, lists.groups, across
    )  # fmt: skip


def _is_across(bound: Bound) -> bool:
    return getattr(bound.module, "ACROSS", False)


def _is_last(bound: Bound) -> bool:
    return getattr(bound.module, "LAST", False)


def _judge(prepared: Prepared, reading: Reading) -> tuple[Finding, ...]:
    chosen = (prepared.bound[rule.id] for rule in prepared.rules)
    return tuple(finding for bound in chosen if not _is_last(bound) for finding in _findings(bound, reading))


def _findings(bound: Bound, reading: Reading) -> Iterator[Finding]:
    try:
        for remark in remarks(bound, reading):
            yield fill(bound.rule, remark)
    except CheckCrash:
        raise
    except Exception as problem:
        raise CheckCrash(bound.rule.id, reading.plan.path, problem) from problem


def remarks(bound: Bound, reading: Reading) -> Iterator[Remark]:
    """What a rule's check says of the plan. A check that assesses has done so already for the coverage."""
    if not hasattr(bound.module, "assess"):
        yield from bound.module.check(reading, **bound.arguments)
        return
    component = next((c for c in _components(reading.coverage, bound.rule)), None) or _assess(
        bound, reading, "", "", ""
    )
    extra = bound.rule.extra
    yield from bound.module.check(component, reading.plan, extra.get("mentioned"), extra.get("school_message"))


def _components(coverage: tuple[Coverage, ...], rule: Rule) -> Iterator[Component]:
    for covered in coverage:
        yield from (c for c in covered.components if f"{covered.model}/{c.id}" == rule.id)


def _coverage(prepared: Prepared, reading: Reading) -> tuple[Coverage, ...]:
    found = []
    for model in prepared.models:
        parts = [(prepared.bound[model.rule(p)], p) for p in model.parts if model.rule(p) in prepared.bound]
        components = tuple(_assess(bound, reading, p.id, p.name, p.strand) for bound, p in parts)
        found.append(Coverage(model.id, components))
    return tuple(found)


def _assess(bound: Bound, reading: Reading, id: str, name: str, strand: str) -> Component:
    try:
        level, evidence = bound.module.assess(reading, **bound.arguments)
    except Exception as problem:
        raise CheckCrash(bound.rule.id, reading.plan.path, problem) from problem
    return _declared(Component(id, name, strand, level, evidence), reading)


def _declared(component: Component, reading: Reading) -> Component:
    """The component, with what its author says of it if the wording does not show it."""
    if component.level == "addressed" or not component.id:
        return component
    told = [d for d in reading.directives if d.verb == "covers" and d.holds(reading.today)]
    named = [d for d in told if any(is_component(name, component.id) for name in d.names)]
    said = tuple(Evidence(", ".join(filter(None, (d.file, d.reason))), "", False, DECLARED, d.location) for d in named)
    return replace(component, declared=bool(said), evidence=(*component.evidence, *said))


def fill(rule: Rule, remark: Remark) -> Finding:
    """The finding that a remark makes with its rule's words."""
    values = {"found": remark.found, "place": remark.location.label, **remark.values}
    values = {name: _short(value, _QUOTED if name == "found" else _TOLD) for name, value in values.items()}
    message = (remark.message or rule.message).format_map(_Blank(values))
    return Finding(
        rule=rule.id, severity=remark.severity or rule.severity, message=message, why=rule.why, fix=rule.fix,
        found=remark.found, location=remark.location, context=remark.context,
    )  # fmt: skip


def _short(value: str, room: int) -> str:
    # a message quotes what it is about, and no more of it than names it
    text = " ".join(value.split())
    return text if len(text) <= room else text[:room].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


class _Blank(dict[str, str]):
    """A name that a check does not fill stays in its braces, so that an author sees it."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
