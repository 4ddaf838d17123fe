"""Every rule's examples are its tests."""

from functools import cache

import pytest

from planlint import packs
from planlint.packs.trying import try_example

_IDS = [rule.id for rule in packs.load().rules]


@cache
def _prepared():
    loaded = packs.load()
    return packs.prepare(loaded, loaded.rules)


@pytest.mark.parametrize("id", _IDS)
def test_the_examples_of_each_rule_give_what_they_say(id):
    rule = packs.load().rule(id)
    results = [try_example(_prepared(), rule, example) for example in rule.examples]
    wrong = [(r.line, r.outcome, r.expected, r.found) for r in results if r.outcome != "ok"]
    assert wrong == []


def test_there_are_rules():
    assert "helix/use-evidence" in _IDS and "actions/missing-lead" in _IDS
