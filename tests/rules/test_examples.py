"""Every rule's examples are its tests."""

from functools import cache

import pytest

from planlint import packs
from planlint.packs.loading import with_examples
from planlint.packs.trying import try_example

_IDS = [rule.id for rule in packs.load().rules]


@cache
def _prepared():
    loaded = packs.load()
    return packs.prepare(loaded, loaded.rules)


@pytest.mark.parametrize("id", _IDS)
def test_the_examples_of_each_rule_give_what_they_say(id):
    rule = packs.load().rule(id)
    examples = with_examples(rule).examples
    results = [try_example(_prepared(), rule, example) for example in examples]
    wrong = [(r.line, r.outcome, r.expected, r.found) for r in results if r.outcome != "ok"]
    assert (bool(examples), wrong) == (True, [])


def test_there_are_rules():
    assert "helix/use-evidence" in _IDS and "actions/missing-lead" in _IDS


_CORE = ("plan/", "actions/", "targets/", "evidence/", "implementation/", "dimensions/", "currency/")


@pytest.mark.parametrize("id", [id for id in _IDS if id.startswith(_CORE)])
def test_each_rule_on_rows_numbers_and_logic_shows_what_it_finds_and_what_it_lets_pass(id):
    examples = with_examples(packs.load().rule(id)).examples
    fails = sum(example.fails for example in examples)
    assert (fails >= 3, len(examples) - fails >= 4) == (True, True)
