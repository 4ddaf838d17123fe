"""What a person reads as one thing, and what stands over it."""

from planlint.plan import Action, Block, Cell, Column, Location, Plan, Row, Section, Table
from planlint.units import units

PLACE = Location("plan.md")


def _heading(text, level=1):
    return Block(text, PLACE, "heading", level=level)


def _paragraph(text):
    return Block(text, PLACE)


def _item(text, parent=None, line=None):
    return Block(text, Location("plan.md", line=line), "item", level=1, parent=parent)


def _cell(*texts, carried=False, name=""):
    return Cell(tuple(Block(t, PLACE, "cell", name=name) for t in texts), carried)


def _column(text):
    return Column(text, None, (Block(text, PLACE, "cell"),))


def _row(*cells, line=1, heading=False):
    return Row(cells, Location("plan.md", line=line), heading=heading)


def _read(*sections):
    """(kind, own text, texts above) of each unit."""
    return [(u.kind, u.text, [b.text for b in u.above]) for u in units(Plan("plan.md", "markdown", sections=sections))]


def test_headings_and_paragraphs_stand_under_the_headings_around_them():
    inner = Section(_heading("Reading", 2), 2, (_paragraph("Every class\nreads daily."),))
    outer = Section(_heading("Priority 1"), 1, (_paragraph("We start here."), _paragraph("  ")), (inner,))
    assert _read(outer) == [
        ("heading", "Priority 1", []),
        ("prose", "We start here.", ["Priority 1"]),
        ("heading", "Reading", ["Priority 1"]),
        ("prose", "Every class reads daily.", ["Priority 1", "Reading"]),
    ]


def test_text_before_the_first_heading_has_nothing_above():
    assert _read(Section(None, 0, (_paragraph("Hello."),))) == [("prose", "Hello.", [])]


def test_a_bullet_stands_under_its_parents_and_their_lead_in():
    lead = _paragraph("We will stop:")
    parent = _item("reports", lead)
    section = Section(None, 0, (lead, parent, _item("the autumn one", parent)))
    assert _read(section) == [
        ("prose", "We will stop:", []),
        ("item", "reports", ["We will stop:"]),
        ("item", "the autumn one", ["We will stop:", "reports"]),
    ]


def test_a_paragraph_that_ends_in_a_colon_leads_into_the_list_or_table_after_it_and_no_further():
    table = Table((_column("What"),), (_row(_cell("Tests")),), PLACE)
    section = Section(None, 0, (_paragraph("To go:"), table, _item("x"), _paragraph("Also:"), _item("y"), _item("z")))
    assert _read(section) == [
        ("prose", "To go:", []),
        ("row", "Tests", ["To go:", "What"]),
        ("item", "x", []),
        ("prose", "Also:", []),
        ("item", "y", ["Also:"]),
        ("item", "z", ["Also:"]),
    ]


def test_a_row_stands_under_the_columns_whose_cells_hold_text():
    columns = (_column("Start"), _column("Stop"), _column("Who"))
    table = Table(columns, (_row(_cell("Clubs", "Choir"), _cell(" "), _cell("JB")), _row(_cell(), _cell())), PLACE)
    unit = units(Plan("plan.md", "markdown", sections=(Section(None, 0, (table,)),)))
    assert [(u.kind, u.text, [b.text for b in u.above]) for u in unit] == [
        ("row", "Clubs | Choir | JB", ["Start", "Who"])
    ]
    assert [[b.text for b in labels] for labels in unit[0].labels] == [["Start"], ["Start"], ["Who"]]


def test_merged_cells_and_sub_headings_stand_over_the_rows_below_them():
    columns = (_column("Goal"), _column("Act"))
    rows = (
        _row(_cell("Attendance"), _cell(), heading=True),
        _row(_cell("Fewer late"), _cell("Ring home")),
        _row(_cell("Fewer late", carried=True), _cell("Write home")),
        _row(_cell("Reading"), heading=True),
        _row(_cell(), _cell("Lend books")),
    )
    assert _read(Section(_heading("Plan"), 1, (Table(columns, rows, PLACE),))) == [
        ("heading", "Plan", []),
        ("heading", "Attendance", ["Plan"]),
        ("row", "Fewer late | Ring home", ["Plan", "Attendance", "Goal", "Act"]),
        ("row", "Write home", ["Plan", "Attendance", "Fewer late", "Goal", "Act"]),
        ("heading", "Reading", ["Plan"]),
        ("row", "Lend books", ["Plan", "Reading", "Act"]),
    ]


def test_a_row_longer_than_its_header_keeps_its_cells():
    table = Table((_column("Act"),), (_row(_cell("Ring"), _cell("daily")),), PLACE)
    assert _read(Section(None, 0, (table,))) == [("row", "Ring | daily", ["Act"])]


def test_a_heading_known_only_as_text_stands_above_too():
    table = Table((Column("Act"), Column("")), (_row(_cell("Ring"), _cell("daily")),), PLACE)
    assert _read(Section(None, 0, (table,))) == [("row", "Ring | daily", ["Act"])]


def test_a_named_value_stands_under_its_name_unless_a_heading_says_the_same():
    named = Block("Fewer tests", PLACE, "value", name="what stops")
    same = Block("Welcome.", PLACE, "value", name="opening words")
    table = Table((_column("Who"),), (_row(_cell("JB", name="who")),), PLACE)
    assert _read(Section(_heading("Opening words:"), 1, (same, named, table))) == [
        ("heading", "Opening words:", []),
        ("prose", "Welcome.", ["Opening words:"]),
        ("prose", "Fewer tests", ["Opening words:", "what stops"]),
        ("row", "JB", ["Opening words:", "Who"]),
    ]


def test_a_unit_knows_its_place_section_theme_and_action():
    row = _row(_cell("Ring home"), line=7)
    table = Table((_column("Act"),), (row, _row(_cell("Other"), line=8)), PLACE)
    of_row = Action({"action": row.cells[0].blocks}, PLACE, "row", table=table, row=row)
    bullet, child = _item("Visit", line=12), _item("by May", line=13)
    child = Block("by May", child.location, "item", level=2, parent=bullet)
    of_bullet = Action({"action": (_paragraph("Visit"),)}, bullet.location, "bullet")
    inner = Section(_heading("B", 2), 2, (bullet, child), (), (of_bullet,))
    outer = Section(_heading("A"), 1, (table,), (inner,), (of_row,), theme="estates")
    found = units(Plan("plan.md", "markdown", sections=(outer,)))
    assert [(u.index, u.text, u.section, u.theme, u.action) for u in found] == [
        (0, "A", outer, "estates", None),
        (1, "Ring home", outer, "estates", of_row),
        (2, "Other", outer, "estates", None),
        (3, "B", inner, "estates", None),
        (4, "Visit", inner, "estates", of_bullet),
        (5, "by May", inner, "estates", of_bullet),
    ]


def test_a_mapping_that_is_an_action_is_read_as_a_row():
    what = Block("Ring home", PLACE, "value", name="do")
    who = Block("JB", PLACE, "value", name="who")
    action = Action({"action": (what,), "lead": (who,)}, PLACE, "mapping")
    section = Section(_heading("Step"), 1, (what, who), (), (action,))
    assert _read(section) == [("heading", "Step", []), ("row", "Ring home | JB", ["Step", "do", "who"])]
