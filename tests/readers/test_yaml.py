"""YAML's mappings and lists as headings, named values, items and grids."""

from __future__ import annotations

from planlint.plan import Block
from planlint.readers.draft import Grid
from readers.outline import every, outline, say, source_at, yaml

PLAN = """\
# Live file; ask the COO
title: Plan 2026-27
trust: Heron Trust
period: 2026-09-01 to 2027-07-31
about: >
  Six schools.
  One plan.

  And no more.
priority_1:
  title: Maths
  lead: NO
  note:
  actions:
    - ref: 1.10
      what: Coach staff   # TBC with HR
      who: [NO, LP]
      by_when: 2026-12-18
    - {ref: 1.20, what: "Visit, weekly", doneWhen: yes}
strands:
  - code: S1
    name: Reading
    story: |
      Two lines
      in one.

      - a bullet
        goes on
      - another
    successCriteria:
      - 80% at standard
      - Attendance: 96% by July
    steps:
      - do: Plan
        by: May
      - do: Teach
  - name: Writing
    lead: LP
    steps: []
stop: [data drops, wall displays]
"""


def test_a_whole_plan() -> None:
    found = yaml(PLAN)
    assert outline(found.elements) == [
        "heading1(title) Plan 2026-27",
        "value(trust) Heron Trust",
        "value(period) 2026-09-01 to 2027-07-31",
        "heading2(about) About",
        "paragraph(about) Six schools. One plan. < About",
        "paragraph(about) And no more. < About",
        "heading2(priority 1) Priority 1: Maths",
        "value(lead) NO",
        "value(note) ",
        "heading3(actions) Actions",
        "head | Ref | What | Who | By when | Done When",
        "row | 1.10 | Coach staff | NO / LP | 2026-12-18 | ",
        "row | 1.20 | Visit, weekly |  |  | yes",
        "heading2(strands) Strands",
        "heading3(name) S1: Reading",
        "value(story) Two lines\nin one.",
        "item1(story) • a bullet\n  goes on",
        "item1(story) • another",
        "heading4(success criteria) Success Criteria",
        "item1(success criteria) • 80% at standard < Success Crit",
        "item1(success criteria) • Attendance: 96% by July < Success Crit",
        "heading4(steps) Steps",
        "head | Do | By",
        "row | Plan | May",
        "row | Teach | ",
        "heading3(name) Writing",
        "value(lead) LP",
        "value(steps) ",
        "heading2(stop) Stop",
        "item1(stop) • data drops < Stop",
        "item1(stop) • wall displays < Stop",
    ]
    assert [say(b) for b in found.meta] == [
        "value(title) Plan 2026-27",
        "value(trust) Heron Trust",
        "value(period) 2026-09-01 to 2027-07-31",
        "value(about) Six schools. One plan.",
        "value(about) And no more.",
        "value(stop) data drops",
        "value(stop) wall displays",
    ]
    assert [(b.text, b.location.line, b.location.column) for b in found.aside] == [
        ("Live file; ask the COO", 1, 3),
        ("TBC with HR", 16, 29),
    ]


def test_blocks_know_their_pointer_and_their_place() -> None:
    blocks = {b.text: b for b in every(yaml(PLAN))}
    assert [(blocks[t].location.part, blocks[t].location.line) for t in ("1.10", "yes", "another", "data drops")] == [
        ("/priority_1/actions/0/ref", 15),
        ("/priority_1/actions/1/doneWhen", 19),
        ("/strands/0/story", 29),
        ("/stop/0", 40),
    ]
    for text in ("NO", "1.10", "Visit, weekly", "Attendance: 96% by July", "Two lines", "2026-12-18", "Heron Trust"):
        assert source_at(PLAN, next(b for t, b in blocks.items() if t.startswith(text))).startswith(text)
    heading = blocks["Priority 1: Maths"]
    assert (heading.place(0, 8).line, heading.place(12, 17).line, heading.place(12, 17).column) == (10, 11, 10)


def test_scalars_are_kept_as_written() -> None:
    written = ["NO", "1.10", "2026-03-31", "yes", "007", "12:30", "1_000", "0x1F", ".5", "10e3", "2024-02-30"]
    found = yaml("".join(f"key{n}: {value}\n" for n, value in enumerate(written)))
    assert [b.text for b in found.elements if isinstance(b, Block)] == written


def test_what_stands_for_nothing_is_an_empty_value() -> None:
    found = yaml("a:\nb: ~\nc: null\nd: ''\ne: []\nf: {}\ng: 'null'\n")
    assert outline(found.elements) == [
        "value(a) ", "value(b) ", "value(c) ", "value(d) ", "value(e) ", "value(f) ", "value(g) null",
    ]  # fmt: skip


def test_anchors_and_merge_keys() -> None:
    found = yaml(
        "base: &b {lead: LP, by: July}\nactions:\n  - <<: *b\n    do: one\n"
        "  - <<: [*b, {cost: 5}]\n    lead: JS\n    do: two\nagain: *b\n"
    )
    assert outline(found.elements) == [
        "heading1(base) Base",
        "value(lead) LP",
        "value(by) July",
        "heading1(actions) Actions",
        "head | Lead | By | Do | Cost",
        "row | LP | July | one | ",
        "row | JS | July | two | 5",
        "heading1(again) Again",
        "value(lead) LP",
        "value(by) July",
    ]


def test_mappings_of_like_mappings_are_a_grid_and_of_unlike_ones_sections() -> None:
    like = yaml("actions:\n  a1: {do: one, lead: LP}\n  a2: {do: two, lead: JS, by: May}\n")
    assert outline(like.elements) == [
        "heading1(actions) Actions",
        "head |  | Do | Lead | By",
        "row | A1 | one | LP | ",
        "row | A2 | two | JS | May",
    ]
    unlike = yaml("money:\n  income: {grants: 5}\n  costs: {staff: 4, travel: 1}\n")
    assert outline(unlike.elements) == [
        "heading1(money) Money",
        "heading2(income) Income",
        "value(grants) 5",
        "heading2(costs) Costs",
        "value(staff) 4",
        "value(travel) 1",
    ]


def test_lists_and_mappings_inside_a_row_stay_in_it() -> None:
    found = yaml(
        "actions:\n  - do: one\n    evidence:\n      - book looks\n      - Survey: 80%\n"
        "    milestones: {autumn: 60%, July: '70%'}\n"
        "  - do: two\n    milestones:\n      - {date: May, what: half}\n      - {date: July, what: all}\n"
    )
    assert outline(found.elements) == [
        "heading1(actions) Actions",
        "head | Do | Evidence | Milestones",
        "row | one | • book looks / • Survey: 80% | • autumn: 60% / • July: 70%",
        "row | two |  | (head | Date | What; row | May | half; row | July | all)",
    ]


def test_a_list_with_long_texts_in_it_is_sections() -> None:
    story = "words and more " * 40
    found = yaml(f"aims:\n  - name: A\n    story: >\n      {story}\n  - name: B\n    lead: JS\n")
    assert [line[:20] for line in outline(found.elements)] == [
        "heading1(aims) Aims",
        "heading2(name) A",
        "value(story) words a",
        "heading2(name) B",
        "value(lead) JS",
    ]


def test_mixed_lists_keep_their_order() -> None:
    found = yaml("risks:\n  - staff leave\n  - {risk: cost, owner: JS}\n  - [a, b]\n  - Heads: none\n")
    assert outline(found.elements) == [
        "heading1(risks) Risks",
        "item1(risks) • staff leave < Risks",
        "head | Risk | Owner",
        "row | cost | JS",
        "item1(risks) • a < Risks",
        "item1(risks) • b < Risks",
        "item1(risks) • Heads: none < Risks",
    ]


def test_what_the_document_says_of_itself_is_meta() -> None:
    found = yaml("document:\n  title: Plan\n  period: 2026\nschools:\n  roll: 400\n")
    assert [say(b) for b in found.meta] == ["value(title) Plan", "value(period) 2026"]


def test_several_documents_are_read_one_after_the_other() -> None:
    found = yaml("a: 1\n---\n# mind\nb: {c: 2}\n---\n---\n- x\n- y\n---\nonly text\n")
    assert [(b.text, b.location.part) for b in found.elements if isinstance(b, Block)] == [
        ("1", "/a"),
        ("B", "[2]/b"),
        ("2", "[2]/b/c"),
        ("x", "[4]/0"),
        ("y", "[4]/1"),
        ("only text", "[5]"),
    ]


def test_odd_keys_are_read() -> None:
    found = yaml("2026-07-01: date\n? [a, b]\n: list\n? {x: y}\n: mapping\nnull: none\na/b~c: path\n")
    assert [(b.name, b.text, b.location.part) for b in found.elements if isinstance(b, Block)] == [
        ("2026 07 01", "date", "/2026-07-01"),
        ("a b", "list", "/[a, b]"),
        ("x y", "mapping", "/{x: y}"),
        ("null", "none", "/null"),
        ("a/b c", "path", "/a~1b~0c"),
    ]


def test_tags_are_not_obeyed() -> None:
    found = yaml("a: !!python/object/apply:os.system ['touch x']\nb: !secret pass\nc: !!binary aGk=\nd: !!set {x, y}\n")
    assert [b.text for b in found.elements if isinstance(b, Block) and b.kind == "value"] == [
        "touch x", "pass", "aGk=", "", "",
    ]  # fmt: skip


def test_a_comma_in_an_unquoted_value_does_not_cut_it() -> None:
    found = yaml("schools:\n  - {name: Heron, type: special (MLD, autism), roll: 168}\n")
    assert outline(found.elements)[1:] == ["head | Name | Type | Roll", "row | Heron | special (MLD, autism) | 168"]


def test_duplicate_keys_lose_nothing() -> None:
    found = yaml("lead: JS\nlead: LP\nrows:\n  - {a: 1, a: 2}\n")
    assert outline(found.elements) == [
        "value(lead) JS", "value(lead) LP", "heading1(rows) Rows", "head | A", "row | 1 / 2",
    ]  # fmt: skip


def test_rows_have_the_place_of_their_mapping() -> None:
    (_, grid) = yaml("actions:\n  - do: one\n    by: May\n  - do: two\n").elements
    assert isinstance(grid, Grid)
    assert [(r.location.line, r.location.column, r.location.part) for r in grid.rows[1:]] == [
        (2, 5, "/actions/0"),
        (4, 5, "/actions/1"),
    ]
    assert (grid.location.part, grid.rows[0].header, grid.rows[1].header) == ("/actions", True, False)
