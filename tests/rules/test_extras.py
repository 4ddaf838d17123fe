"""What rules hold for the people who read a report: questions, passages that would do, the effort of mending."""

import datetime
from collections import Counter
from pathlib import Path

import pytest
import yaml

from planlint import packs, readers
from planlint.errors import RuleError
from planlint.packs.loading import read_rule

_RULES = Path(__file__).parents[2] / "rules"
_PACKS = packs.load()
_COMPONENTS = [model.rule(part) for model in _PACKS.models for part in model.parts]


def test_each_passage_that_would_count_does_count() -> None:
    prepared = packs.prepare(_PACKS)
    levels = {}
    for id in _COMPONENTS:
        rule = _PACKS.rule(id)
        assert rule
        text = f"# Trust improvement plan 2026-27\n\n{rule.extra['would_count']}\n"
        plan = readers.read("plan.md", text.encode(), _PACKS.vocabulary)
        levels[id] = prepared.component(rule, plan, datetime.date(2026, 10, 1)).level
    assert levels == dict.fromkeys(_COMPONENTS, "addressed")


def test_every_question_is_one() -> None:
    questions = {rule.id: rule.extra["question"] for rule in _PACKS.rules if "question" in rule.extra}
    assert set(_COMPONENTS) <= set(questions)
    assert [id for id, question in questions.items() if not question.endswith("?")] == []
    assert len(set(questions.values())) == len(questions)


def test_an_unknown_effort_is_refused_with_the_nearest_right_one(tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text("message: m\nseverity: note\nwhy: w\nfix: f\neffort: minuts\ncheck: rows\nexamples: {}\n")
    with pytest.raises(RuleError, match=r"line 5: unknown effort 'minuts'; did you mean 'minutes'"):
        read_rule(path, "a/b", "own", examples=False)


def test_no_class_of_words_is_defined_twice() -> None:
    """The files of a part of the vocabulary are put together: two classes of one name would become one."""
    files = sorted((_RULES / "vocabulary" / "classes").glob("*.yaml"))
    named = Counter(name for file in files for name in yaml.safe_load(file.read_text(encoding="utf-8")))
    assert [name for name, count in named.items() if count > 1] == []
