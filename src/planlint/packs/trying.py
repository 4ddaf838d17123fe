"""Rules tried on their own examples."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planlint.packs import across
from planlint.packs.loading import Packs, with_examples
from planlint.packs.options import find_check
from planlint.packs.running import Prepared, prepare
from planlint.plan import Action, Block, Cell, Column, Location, Plan, Row, Section, Table
from planlint.readers import read
from planlint.report import LEVELS, Finding
from planlint.rule import Example, Rule
from planlint.vocabulary import Vocabulary

Outcome = Literal["ok", "missed", "noisy", "wrong span"]
EXAMPLE_DAY = datetime.date(2026, 10, 1)
_MARKED = re.compile(r"<<(.*?)>>", re.DOTALL)
_NAME = "example.md"


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example tried: what was expected, what came, and how the two compare.

    expected, found: the marked and the found passages, or the one level of a component.
    line:            the example's line in the rule's file.
    """

    rule: str
    example: Example
    outcome: Outcome
    expected: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def line(self) -> int:
        """The example's line in the rule's file."""
        return self.example.line


def try_rules(packs: Packs, rules: Iterable[Rule] | None = None) -> Iterator[ExampleResult]:
    """Every example of these rules (all of them, enabled or not, if None), in order. Raises RuleError."""
    chosen = tuple(with_examples(rule) for rule in (packs.rules if rules is None else rules))
    prepared = prepare(packs, [*_others(packs, chosen), *chosen])
    for rule in chosen:
        for example in rule.examples:
            yield try_example(prepared, rule, example)


def _others(packs: Packs, chosen: Iterable[Rule]) -> list[Rule]:
    """What has to run beside these: everything, if one of them asks what the others find or how plans compare."""
    ids = {rule.id for rule in chosen}
    checks = [find_check(rule, packs.folders) for rule in chosen]
    waits = any(getattr(check, "LAST", False) or getattr(check, "ACROSS", False) for check in checks)
    return [rule for rule in packs.rules if waits and rule.enabled and rule.id not in ids]


def try_example(prepared: Prepared, rule: Rule, example: Example) -> ExampleResult:
    """One example of a rule that is among the prepared ones."""
    if rule.id in [r.id for r in prepared.across]:
        return _try_plans(prepared, rule, example)
    plan = example_plan(example, prepared.vocabulary)
    if example.level:
        level = prepared.component(rule, plan, EXAMPLE_DAY).level
        gap = LEVELS.index(level) - LEVELS.index(example.level)
        return ExampleResult(rule.id, example, _by_gap(gap), (example.level,), (level,))
    found = prepared.findings(rule, plan, EXAMPLE_DAY)
    marks = list(_marks(example))
    expected = tuple(text for text, _ in marks) if marks or not example.fails else ("",)
    return ExampleResult(rule.id, example, _compare(expected, marks, found), expected, tuple(f.found for f in found))


def _try_plans(prepared: Prepared, rule: Rule, example: Example) -> ExampleResult:
    """An example of several plans, each under the name of its file."""
    named = example.text.items() if isinstance(example.text, Mapping) else [(_NAME, example.text)]
    vocabulary = prepared.vocabulary
    plans = [read(name, _MARKED.sub(r"\1", text).encode(), vocabulary) for name, text in named]
    found = across.findings(prepared, rule, plans, EXAMPLE_DAY)
    marked = tuple(text for _, source in named for text in _MARKED.findall(source))
    expected = marked if marked or not example.fails else ("",)
    outcome = _compare(expected, [(text, None) for text in marked], found)
    return ExampleResult(rule.id, example, outcome, expected, tuple(f.found for f in found))


def _by_gap(gap: int) -> Outcome:
    return "ok" if gap == 0 else "noisy" if gap > 0 else "missed"


def _compare(
    expected: tuple[str, ...], marks: list[tuple[str, tuple[int, int] | None]], found: tuple[Finding, ...]
) -> Outcome:
    if len(found) != len(expected):
        return _by_gap(len(found) - len(expected))
    if not marks:
        return "ok"
    places = {(f.found, (f.location.line, f.location.column)) for f in found}
    texts = [f.found for f in found]
    right = all((text, place) in places if place else text in texts for text, place in marks)
    return "ok" if right else "wrong span"


def _marks(example: Example) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """The marked passages, each with its line and column in the example's source if it has lines."""
    if isinstance(example.text, Mapping) and "plan" not in example.text:
        for text in example.text.values():
            yield from ((found, None) for found in _MARKED.findall(text))
        return
    source = _source(example)
    for found in _MARKED.finditer(source):
        before = source[: found.start()].replace("<<", "").replace(">>", "")
        yield found[1], (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _source(example: Example) -> str:
    if isinstance(example.text, Mapping):
        return str(example.text["plan"])
    return f"# Improvement plan 2026-27\n\n{example.text}\n"


def example_plan(example: Example, vocabulary: Vocabulary) -> Plan:
    """The plan an example stands for: a passage under a title, a table of one row, or the small plan it is."""
    if isinstance(example.text, Mapping) and "plan" not in example.text:
        return _row_plan({role: _MARKED.sub(r"\1", text) for role, text in example.text.items()})
    text = _MARKED.sub(r"\1", _source(example))
    return read(_NAME, text.encode(), vocabulary)


def _row_plan(texts: Mapping[str, str]) -> Plan:
    """An action plan with one table of one row; a role given without text is a cell left empty."""
    here = Location(_NAME, "row 1", ("Actions",))
    blocks = {role: (Block(text, here, "cell"),) if text else () for role, text in texts.items()}
    columns = tuple(Column(role.replace("_", " "), role) for role in texts)
    row = Row(tuple(Cell(cell) for cell in blocks.values()), here, "row 1")
    table = Table(columns, (row,), Location(_NAME, "Actions", ("Actions",)))
    action = Action(blocks, here, "row", offers=frozenset(texts), table=table, row=row)
    section = Section(Block("Actions", here, "heading", 1), 1, (table,), actions=(action,))
    return Plan(_NAME, "markdown", "Improvement plan 2026-27", "action-plan", sections=(section,))
