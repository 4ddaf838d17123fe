import re

import pytest

from checking import found, patterns
from planlint.checks.strangers import check

OPTIONS = {
    "names": patterns(r"(?:[A-Z]\w+ )+Trust\b"),
    "partners": re.compile("visit|with"),
    "generic": re.compile("Sport Trust"),
}


def _found(text):
    return found(check, "Larkhill Trust\n\n" + text, **OPTIONS)


def test_another_trust_in_two_places():
    assert _found("Pupils of Moss Bank Trust read.\n\nHeads of Moss Bank Trust meet.\n") == ["Moss Bank Trust"]


@pytest.mark.parametrize(
    "text",
    [
        "Pupils of Moss Bank Trust read.\n",
        "We visit Moss Bank Trust.\n\nPupils of Moss Bank Trust read.\n\nHeads of Moss Bank Trust meet.\n",
        "The Youth Sport Trust writes.\n\nThe Youth Sport Trust calls.\n",
        "Heads of Larkhill Trust meet.\n\nPupils of Larkhill Trust read.\n",
    ],
)
def test_partners_the_plans_own_and_single_mentions_are_left_alone(text):
    assert _found(text) == []
