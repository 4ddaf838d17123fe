import pytest

from checking import found, patterns, remarks, table
from planlint.checks.undefined import check

OPTIONS = {"person_roles": ("lead",), "defining_themes": ("glossary",), "defining": patterns("(?i)abbreviations")}


def test_each_abbreviation_is_told_once_with_the_sentences_that_use_it():
    [remark] = remarks(check, "Late pupils go on PLOD. Why not?\n\nPLODs are read daily.\n", **OPTIONS)
    assert (remark.found, remark.context) == ("PLOD", "Late pupils go on PLOD. … PLODs are read daily.")


@pytest.mark.parametrize(
    "text",
    [
        "The pupil log of days (PLOD) is kept. PLOD is read daily.",
        "PLOD = a list. PLOD is read daily.\n\nPLOD: pupil log of days.",
        "Pupil Log Of Days is new. PLOD is read daily.",
        "PLOD is read daily.\n\n## Glossary\n\n- PLOD: a list\n",
        "Our SENDCo meets the DfE about each EHCP.",
        "EVERY CHILD READS EACH DAY",
        "We MUST NOT plod. PLOD is read daily.",
        "The AB meets daily.",
        "Henry VIII and Part III.",
    ],
)
def test_what_is_explained_known_or_no_abbreviation_is_left_alone(text):
    assert found(check, text + "\n", **OPTIONS) == []


def test_initials_of_leads_and_codes_in_cells_are_none():
    text = table("Action | Lead", "Read with QRT | QRT") + table("Code | Name", "PLOD | Hill") + "PLOD reads.\n"
    assert found(check, text, **OPTIONS) == []


def test_how_often_it_has_to_be_used_can_be_said():
    assert found(check, "PLOD is new.\n", fewest=2, **OPTIONS) == []
