"""One plan written as Markdown, YAML and Word is read as the same plan, but for the places."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from planlint import readers, starting, vocabulary
from planlint.plan import Plan

WORDS = vocabulary.load()
WORD = st.sampled_from(["reading", "leads", "heads", "visit", "pupils", "write", "cover", "fluency", "pairs"])
TEXT = st.lists(WORD, min_size=2, max_size=6).map(lambda found: " ".join(found).capitalize())
COLUMNS = ("Ref", "Action", "Lead", "By when", "Success criteria")
NAMES = st.sampled_from(["JH", "Mr Adeyemi", "Headteacher", "Reading lead", ""])
DATES = st.sampled_from(["July 2027", "12 March 2027", "Spring 1", ""])


@st.composite
def part(draw: st.DrawFn, number: int) -> starting.Part:
    lines = tuple(draw(st.lists(TEXT, min_size=1, max_size=3, unique=True)))
    rows = [
        (f"{number}.{row}", draw(TEXT), draw(NAMES), draw(DATES), draw(TEXT))
        for row in range(1, draw(st.integers(2, 4)))
    ]
    return starting.Part(f"Priority {number}: {draw(TEXT)}", lines, (COLUMNS, *rows))


@st.composite
def plans(draw: st.DrawFn) -> starting.Outline:
    parts = tuple(draw(part(number)) for number in range(1, draw(st.integers(2, 4))))
    return starting.Outline("Larkhill School improvement plan 2026-27", parts)


def told(plan: Plan) -> object:
    """A plan without its places."""
    title = plan.title
    actions = [
        {role: text for role in action.fields if (text := action.text(role, inherit=False))} for action in plan.actions
    ]
    lines = [b.text for b in plan.blocks() if b.kind in ("item", "paragraph")]
    # In YAML the keys that hold lists ("rows") are headings too.
    headings = [s.heading.text for s in plan.walk() if s.heading and s.heading.text.startswith("Priority")]
    return title, plan.kind, plan.scope, plan.period and (plan.period.start, plan.period.end), headings, actions, lines


@settings(max_examples=25, deadline=None)
@given(plans())
def test_the_form_makes_no_difference(plan: starting.Outline) -> None:
    forms = {"md": starting.markdown, "yaml": starting.as_yaml, "docx": starting.word}
    read = {name: told(readers.read(f"plan.{name}", write(plan), WORDS)) for name, write in forms.items()}
    assert read["md"] == read["docx"]
    assert read["md"] == read["yaml"]
    assert read["md"][3] == (datetime.date(2026, 9, 1), datetime.date(2027, 8, 31))  # type: ignore[index]
