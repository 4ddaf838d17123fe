from __future__ import annotations

import pytest

from line import RULES
from planlint.errors import ConfigError
from planlint.selection import names, select


@pytest.mark.parametrize(
    ("wanted", "unwanted", "run"),
    [
        ([], [], ["actions/ask", "actions/row", "actions/vague"]),
        (["actions/row"], [], ["actions/row"]),
        (["actions"], ["actions/v*"], ["actions/ask", "actions/row"]),
        (["plan/*", "actions/ask"], [], ["actions/ask"]),
        (["plan/off"], [], ["plan/off"]),
        ([], ["actions/"], []),
    ],
)
def test_rules_by_id_and_beginning(wanted: list[str], unwanted: list[str], run: list[str]) -> None:
    assert [rule.id for rule in select(RULES, wanted, unwanted)] == run


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("action/*", "did you mean 'actions/*'"),
        ("plan/of", "did you mean 'plan/off'"),
        ("zzzz", "planlint rules lists them all"),
    ],
)
def test_a_name_that_means_nothing_is_an_error(name: str, remedy: str) -> None:
    with pytest.raises(ConfigError) as error:
        select(RULES, [name], [])
    assert str(error.value) == f"--select: there is no rule '{name}'; {remedy}."


def test_names_may_be_parted_by_commas() -> None:
    assert names(["a/b, c/d", "e/*"]) == ("a/b", "c/d", "e/*")
