"""Who is who: one person counts once however a plan writes them."""

from planlint import readers, vocabulary
from planlint.people import Person, Roster, people, roster
from planlint.plan import Action, Block, Location, Plan, Section

WORDS = vocabulary.load()


def of(text: str) -> Roster:
    return roster(readers.read("plan.md", text.encode(), WORDS), WORDS)


def who(found: Roster, *cells: str) -> set[str]:
    return {person.key for cell in cells for person in people(cell, found, WORDS)}


def kinds(found: Roster, cell: str) -> list[Person]:
    return list(people(cell, found, WORDS))


def led_by(*cells: str) -> Plan:
    place = Location("plan.md")
    actions = tuple(Action({"lead": (Block(cell, place, "cell"),)}, place, "row") for cell in cells)
    return Plan("plan.md", "markdown", sections=(Section(None, 0, actions=actions),))


def test_a_table_of_initials_names_and_posts() -> None:
    found = of(
        "# Plan\n\n| Initials | Name | Role |\n|---|---|---|\n"
        "| LP | L. Pemberley | Director of Education |\n| AP | A. Prior | Chief Finance Officer |\n"
    )
    assert who(found, "LP", "L. Pemberley", "DoE", "Director of Education (LP)", "Ms Pemberley") == {"l pemberley"}
    assert who(found, "AP", "CFO", "A. Prior") == {"a prior"}


def test_initials_in_the_plans_own_table_come_before_what_they_mean_elsewhere() -> None:
    found = of("# Plan\n\n| Initials | Name |\n|---|---|\n| LP | L. Pemberley |\n| SIP | S. Inca-Pole |\n")
    assert [(p.kind, p.key) for p in kinds(found, "LP, SIP")] == [("person", "l pemberley"), ("person", "s inca pole")]


def test_definitions_in_passing() -> None:
    found = of(
        "# Plan\n\nKept by the Director of Education (RS). HoY = head of year; TAL = Trust Attendance Lead.\n\n"
        "Principal: A. Whitcot. Jane Marsden, CEO, signs it off.\n"
    )
    assert who(found, "RS", "DoE", "Director of education") == {"RS"}
    assert who(found, "TAL", "Trust attendance lead") == {"TAL"}
    assert who(found, "Principal", "A. Whitcot", "AW") == {"a whitcot", "AW"}
    assert who(found, "J. Marsden", "CEO") == {"j marsden", "jane marsden"}


def test_spellings_in_lead_cells() -> None:
    plan = led_by("R. Okafor", "RO (Okafor)", "Mr Okafor", "RO", "Rachel Okafor")
    assert who(roster(plan, WORDS), "R. Okafor", "Mr Okafor", "RO", "Rachel Okafor") == {"rachel okafor"}


def test_two_people_of_one_surname_stay_two() -> None:
    found = roster(led_by("R. Okafor", "T. Okafor", "Mr Okafor"), WORDS)
    assert who(found, "R. Okafor", "T. Okafor", "Mr Okafor") == {"r okafor", "t okafor", "okafor"}


def test_a_post_of_several_people_is_nobody_in_particular() -> None:
    found = of("# Plan\n\nHead of School (EN) at Hill Lane and Head of School (OB) at Moor End.\n")
    assert who(found, "Head of school") == {"head of school"}
    assert who(found, "Head of school (EN)") == {"EN"}


def test_a_key_list_in_yaml() -> None:
    text = "who we mean:\n  HPL: Head of Professional Learning (J. Marsh)\n  AD-N: Area Director, North (R. Lyle)\n"
    found = roster(readers.read("plan.yaml", text.encode(), WORDS), WORDS)
    assert who(found, "HPL", "J. Marsh", "Head of Professional Learning") == {"j marsh"}
    assert who(found, "AD-N", "R. Lyle") == {"r lyle"}


def test_an_action_table_is_no_table_of_people() -> None:
    found = of("# Plan\n\n| Action | Who | Name |\n|---|---|---|\n| Write it | RO | A. Prior |\n")
    assert who(found, "RO", "A. Prior") == {"RO", "a prior"}
