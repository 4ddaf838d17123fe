from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planlint.plan import Location
from planlint.report import Mended, Report
from planlint.reporters.markdown import ROOM, escape, render
from planlint.reporters.plain import one_line
from reporters.samples import FINDING, REPORT, SILENCED, with_findings

WHOLE = """\
## planlint: 1 plan, 1 file not read; 2 errors, no warnings, no notes

- **Not read:** b.docx: is damaged; save it again.

### Larkfield Schools improvement plan

plans/larkfield.md

✓ 1 addressed: Use evidence\x20\x20
~ 1 mentioned: Connect\x20\x20
✗ 1 absent: De-implement

| Weight | Where | What |
|---|---|---|
| error | the whole plan | The plan does not say what will stop. (helix/de-implement) |
| error | Priority 1, row 2 (line 12) | There is no date for 'Start a reading hour'. (actions/missing-deadline) |

1 finding silenced.

planlint judges wording, not merit. `planlint explain RULE` gives the reasons behind a finding. Rules: planlint 2026.1.
"""
EVIL = [
    "<script>x</script>", "a | b | c", "**bold** _em_ ~~gone~~ `code` $x$", "[press](https://evil.example)",
    "![pic](https://evil.example/p.png)", "https://evil.example", "www.evil.example", "@everyone see #12 and GH-7",
    "&lt;b&gt; &copy;", "\\| \\* \\", "<!-- hidden -->", "\n\n# heading\n- item\n", "| --- |", "a\u202eb\x1b[2J",
]  # fmt: skip


def tree(text: str) -> ElementTree.Element:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return ElementTree.fromstring(f"<page>{html}</page>")


def words(element: ElementTree.Element) -> str:
    return "".join(element.itertext()).replace("\u200b", "")


def tags(element: ElementTree.Element) -> list[str]:
    return [inner.tag for inner in element.iter()]


def test_the_whole_report() -> None:
    assert render(REPORT) == WHOLE


def test_it_is_read_as_headings_a_list_and_a_table() -> None:
    page = tree(WHOLE)
    assert [words(cell) for cell in page.iter("td")][3:] == [
        "error", "Priority 1, row 2 (line 12)",
        "There is no date for 'Start a reading hour'. (actions/missing-deadline)",
    ]  # fmt: skip
    assert [words(heading) for heading in page.iter("h3")] == ["Larkfield Schools improvement plan"]
    assert len(list(page.iter("li"))) == 1


@pytest.mark.parametrize("evil", EVIL)
def test_text_of_a_plan_stays_text_wherever_it_stands(evil: str) -> None:
    finding = replace(FINDING, message=evil, location=Location(evil, evil, line=4))
    report = with_findings(finding)
    plan = replace(report.plans[0].plan, title=evil, path=evil)
    page = tree(render(replace(report, plans=(replace(report.plans[0], plan=plan),))))
    usual = with_findings(replace(FINDING, location=Location("a.md", "row 1", line=4)))
    assert tags(page) == tags(tree(render(usual)))
    plain = one_line(evil)
    assert [words(cell) for cell in page.iter("td")][1:] == [
        f"{plain} (line 4)", f"{plain} (actions/missing-deadline)",
    ]  # fmt: skip
    assert words(next(page.iter("h3"))) == plain


@given(st.text(max_size=60))
def test_any_text_stays_text(text: str) -> None:
    page = tree(f"({escape(text)})")
    assert (tags(page), words(page).strip()) == (["page", "p"], f"({one_line(text)})")


def test_what_a_host_makes_live_is_broken_up() -> None:
    assert escape("@head #12 www.a.example http://a GH-7") == (
        "@\u200bhead &#35;\u200b12 www\u200b.a.example http:\u200b//a GH\u200b-7"
    )


def test_a_plan_with_nothing_to_say_and_one_with_too_much() -> None:
    assert "\nNothing else to say about this plan.\n" in render(with_findings())
    assert "\n1 finding silenced.\n" in render(with_findings(SILENCED))
    assert "\n10 findings more.\n" in render(with_findings(*[FINDING] * 60))


def test_what_is_mended_is_counted() -> None:
    mended = (Mended("a.md", "actions/row", "x", 2), Mended("b.md", "actions/row", "y", 1, gone=True))
    assert "\n3 findings of the baseline mended.\n" in render(replace(with_findings(), mended=mended))


def test_it_fits_into_a_comment() -> None:
    plan = with_findings(*[replace(FINDING, message="word " * 60)] * 60).plans[0]
    told = render(Report(plans=(plan,) * 20))
    assert len(told) < ROOM + 1000
    assert told.count("### ") == 3
    assert "\n17 plans more did not fit in here.\n" in told
