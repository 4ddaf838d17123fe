"""Lead cells taken apart, and one person in several spellings counted once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint import vocabulary
from planlint.people import Roster, people

WORDS = vocabulary.load()
NOBODY = Roster()


def kinds(text: str) -> list[str]:
    return [f"{p.kind}{'+' if p.several else ''} {p.key}" for p in people(text, NOBODY, WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HT", ["role headteacher"]),
        ("Headteacher", ["role headteacher"]),
        ("Head teacher", ["role headteacher"]),
        ("Head", ["role headteacher"]),
        ("CEO", ["role chief executive"]),
        ("DoE", ["role director of education"]),
        ("SENDCo", ["role SENDCo"]),
        ("SENCO", ["role SENDCo"]),
        ("Director of Education", ["role director of education"]),
        ("Director of Ethos and Community", ["role director of ethos and community"]),
        ("Head of Safeguarding and Welfare", ["role head of safeguarding and welfare"]),
        ("Trust Lead for Teaching and Development", ["role trust lead for teaching and development"]),
        ("Family Support Lead", ["role family support lead"]),
        ("HR manager", ["role hr manager"]),
        ("AHT (Behaviour)", ["role assistant headteacher (behaviour)"]),
        ("DHT Larkmoor High", ["role deputy headteacher (larkmoor high)"]),
        ("Larkmoor DHT", ["role deputy headteacher (larkmoor)"]),
        ("Principal, Larkmoor", ["role principal (larkmoor)"]),
        ("EYFS lead, Saltby", ["role early years lead (saltby)"]),
        ("Reading leads", ["role+ reading lead"]),
        ("HoS x2", ["role+ head of school"]),
        ("Maths and English leads", ["role+ maths and english lead"]),
        ("T&L lead", ["role t&l lead"]),
        ("Asst. Head", ["role assistant headteacher"]),
        ("Ass. Principal", ["role assistant principal"]),
        ("Dep Head", ["role deputy headteacher"]),
        ("SRO: CEO", ["role chief executive"]),
        ("Reading Lead – KT", ["role KT"]),
    ],
)
def test_posts(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("RO", "RO"),
        ("J.S.", "JS"),
        ("AD-N", "AD-N"),
        ("Mr Okafor", "okafor"),
        ("R. Okafor", "r okafor"),
        ("R Okafor", "r okafor"),
        ("Rachel Okafor", "rachel okafor"),
        ("Dr Rachel Eze", "rachel eze"),
        ("Revd T. Hale", "t hale"),
        ("Dr N. O'Neill", "n oneill"),
        ("Siân Pryce-Jones", "siân pryce jones"),
    ],
)
def test_names_and_initials(text: str, key: str) -> None:
    assert kinds(text) == [f"person {key}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DHT/SENDCo", ["role deputy headteacher", "role SENDCo"]),
        ("HT & CoG", ["role headteacher", "role chair of governors"]),
        ("MS, JO", ["person MS", "person JO"]),
        ("LP and AT", ["role lead practitioner", "person AT"]),
        ("LP, with heads", ["role lead practitioner", "group heads"]),
        ("ES with T&L leads", ["person ES", "role+ t&l lead"]),
        ("VB / English network", ["person VB", "group english network"]),
        ("Office manager, A. Pell", ["role office manager", "person a pell"]),
        ("L. Pryce, DHT (T&L) Larkmoor", ["person l pryce"]),
        ("CFO (JW) / HR", ["role JW", "group hr"]),
        ("Head of English and SLT", ["role head of english", "group slt"]),
        ("RA to Standards Committee", ["person RA", "body standards committee"]),
        ("Led by AHT, supported by LPs", ["role assistant headteacher", "role+ lead practitioner"]),
        ("R. Iveson\nD. Farrow", ["person r iveson", "person d farrow"]),
    ],
)
def test_pairs_and_lists(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SLT", "group"), ("All staff", "group"), ("Teachers", "group"), ("Class teachers", "group"),
        ("Heads", "group"),
        ("School leaders", "group"), ("Subject leaders", "group"), ("Everyone", "group"), ("Trust IT", "group"),
        ("LGB", "body"), ("Standards Committee", "body"), ("Governors", "body"), ("Trust Board", "body"),
        ("TBC", "vacant"), ("To be appointed", "vacant"), ("Vacancy", "vacant"), ("SENDCo (vacant)", "role"),
        ("New appointment", "vacant"), ("?", "vacant"), ("[name]", "vacant"), ("Vacant - out to advert", "vacant"),
        ("SIP", "external"), ("Research School", "external"), ("IT provider", "external"), ("Maths Hub", "external"),
        ("PE", "unknown"), ("September", "unknown"), ("50%", "unknown"),
    ],
)  # fmt: skip
def test_who_is_no_single_person(text: str, kind: str) -> None:
    assert [p.kind for p in people(text, NOBODY, WORDS)] == [kind]


def test_the_one_who_leads_is_told_from_those_who_help() -> None:
    found = people("Lead: AHT / Support: ML", NOBODY, WORDS)
    assert [(p.key, p.leading) for p in found] == [("assistant headteacher", True), ("middle leader", False)]


def test_offsets_are_those_of_the_cell() -> None:
    text = "Lead: R. Okafor (DHT), with SLT"
    found = people(text, NOBODY, WORDS)
    assert [(p.text, text[p.offset : p.until]) for p in found] == [("R. Okafor (DHT)",) * 2, ("SLT",) * 2]


@pytest.mark.parametrize("text", ["", "-", "–", "  "])
def test_nobody(text: str) -> None:
    assert people(text, NOBODY, WORDS) == ()


def test_people_inside_a_sentence() -> None:
    text = "Drop-ins twice a term by the Deputy Head and R. Okafor, seen by SLT"
    assert kinds(text) == ["role deputy headteacher", "person r okafor", "group slt"]


@given(st.text(alphabet="ABHTabc ./,&()-:\n?[]1", max_size=40))
def test_any_cell_gives_its_own_words(text: str) -> None:
    assert all(text[p.offset : p.until] == p.text for p in people(text, NOBODY, WORDS))
