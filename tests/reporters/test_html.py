"""The page: one file that holds everything, in which a plan's words stay words."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as markup

from planlint.plan import Action, Block, Change, Plan, Section, Unread
from planlint.report import (
    Component,
    Coverage,
    Evidence,
    Failure,
    Finding,
    HalfTerm,
    Lead,
    Load,
    Mended,
    PlanReport,
    Report,
)
from planlint.reporters import html
from planlint.rule import Rule
from reporters.samples import (
    ADDRESSED,
    FINDING,
    PLAN,
    REPORT,
    SILENCED,
    WHOLE,
    place,
    with_findings,
)

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)></style></title>{{ 7 * 7 }}&lt;\u202edlrow\u0000"
KEPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)></style></title>{{ 7 * 7 }}&lt;dlrow"
RULE = Rule(
    "helix/de-implement", "planlint", "m", "error", "why", "fix", "coverage", {},
    extra={"question": "What will stop?", "would_count": "The old form ends in May.", "effort": "meeting"},
)  # fmt: skip


def page(report: Report, **options: bool) -> markup.HtmlElement:
    return markup.document_fromstring(html.render(report, **options).decode())


def text(element: markup.HtmlElement) -> str:
    """The text as a person reads it: cells and terms stand apart."""
    source = markup.tostring(element, encoding="unicode", with_tail=False)
    apart = markup.fragment_fromstring(re.sub(r"(</(?:t[dh]|d[td]|caption)>)", r" \1", source), create_parent=True)
    return " ".join(apart.text_content().split())


def under(tree: markup.HtmlElement, heading: str) -> str:
    """The text of the section with this heading."""
    found = [h for level in range(1, 6) for h in tree.iter(f"h{level}") if text(h) == heading]
    assert len(found) == 1, heading
    return text(found[0].getparent())


def test_it_says_first_what_matters_most() -> None:
    tree = page(replace(REPORT, rules=(RULE,)))
    said = text(tree.find(".//main"))
    assert "planlint judges wording, not merit" in said and "It gives no overall score" in said
    assert "The plan is silent on De-implement. It names Connect, and says no more of it" in said
    assert "It speaks to Use evidence." in said
    assert [text(heading) for heading in tree.xpath("//article//h2")] == [
        "To mend first", "What the board may ask", "The components", "Part by part", "How it was read",
    ]  # fmt: skip
    assert under(tree, "What the board may ask") == (
        "What the board may ask Drawn from what was not found. What will stop? De-implement: The plan is silent on it."
    )


def test_each_component_has_its_passage_what_was_set_aside_and_what_would_count() -> None:
    tree = page(replace(REPORT, rules=(RULE,)))
    told = [text(article) for article in tree.iter("article") if article.get("class") == "component"]
    assert told == [
        "Use evidence addressed The tutoring follows two trials that found gains in reading "
        "Priority 1, row 2, Rationale (line 12) Set aside We hope to read studies line 20; a hope, not yet an action",
        "Connect mentioned networks under “Working together” (line 40); only a name or a heading",
        "De-implement absent The plan does not say what will stop. Name one thing that ends. "
        "This would count, for instance: The old form ends in May.",
    ]


def test_findings_stand_under_the_plans_own_headings() -> None:
    one = replace(FINDING, location=place("Priority 1, row 2", 12, "Larkfield Schools improvement plan", "Reading"))
    same = replace(one, location=place("Priority 1, row 3", 13, "Larkfield Schools improvement plan", "Reading"))
    other = replace(one, rule="plan/other", message="Other.", location=place("", 5), context=None)
    assert under(page(with_findings(other, one, same)), "Reading") == (
        "Reading Priority 1, row 2 (line 12) Start a reading hour · Head of English "
        "error There is no date for 'Start a reading hour'. "
        "Give a day, or a half-term and a year. "
        "Priority 1, row 3 (line 13) error There is no date for 'Start a reading hour'."
    )


def test_what_is_said_of_a_rows_cells_stands_under_the_row() -> None:
    row = Action({}, place("Priority 1, row 2", 12), "row")
    plan = replace(PLAN, sections=(Section(Block("Reading", place()), 1, actions=(row,)),))
    spot = place("Priority 1, row 2, Lead", 12, "Larkfield Schools improvement plan", "Reading")
    cell = replace(FINDING, rule="plan/other", message="Other.", fix="Mend it.", location=spot)
    whole = replace(FINDING, location=replace(spot, label="Priority 1, row 2"))
    assert under(page(Report((PlanReport(plan, findings=(whole, cell)),))), "Reading") == (
        "Reading Priority 1, row 2 (line 12) Start a reading hour · Head of English "
        "error There is no date for 'Start a reading hour'. Give a day, or a half-term and a year. "
        "error Lead: Other. Mend it."
    )


def test_what_comes_in_many_places_is_told_once() -> None:
    rule = replace(RULE, id="plan/other", message="'{found}' is vague.")
    found = [
        replace(FINDING, rule="plan/other", message=f"'{words}' is vague.", fix="Mend it.", location=place(label))
        for words, label in (
            ("Soon", "Priority 1, row 1, Date"), ("Later", "Priority 1, row 2, Date"),
            ("Soon", "Priority 1, row 3, Date"), ("Soon", "Priority 2, row 1, Date"),
            ("Soon", "Priority 2, row 4, Date"),
        )
    ]  # fmt: skip
    tree = page(replace(with_findings(*found), rules=(rule,)))
    assert under(tree, "In many places") == (
        "In many places error '…' is vague. 5 places, under “Date” Mend it. "
        "Soon Priority 1, row 1, row 3; Priority 2, row 1, row 4 Later Priority 1, row 2"
    )
    assert under(tree, "Part by part").count("is vague") == 1
    few = page(replace(with_findings(*found[1:]), rules=(rule,)))
    assert "In many places" not in text(few)


def test_what_is_said_of_a_component_is_not_said_again_part_by_part() -> None:
    assert under(page(with_findings(WHOLE)), "Part by part").endswith("Nothing else to say about this plan.")


def test_how_it_was_read() -> None:
    plan = replace(PLAN, changes=(Change("inserted", "x", place()),))
    told = under(page(Report((PlanReport(plan),))), "How it was read")
    assert "File plans/larkfield.md" in told
    assert "Not read a picture of a table, line 30" in told
    assert "Tracked changes 1 change that nobody has accepted or rejected yet" in told
    assert "Dates from September 2026 to August 2027, line 3" in told
    bare = under(page(Report((PlanReport(Plan("a.md", "markdown")),))), "How it was read")
    assert "Everything on the page was read." in bare and "None were found" in bare


def test_what_is_kept_quiet_is_counted_and_listed_when_asked() -> None:
    report = with_findings(SILENCED)
    assert "Kept quiet 1 finding planlint" in under(page(report), "How it was read")
    assert "its author: shared post, until 2027-01-31" in under(page(report, suppressed=True), "How it was read")
    overruled = replace(report, plans=(replace(report.plans[0], findings=(), overruled=(SILENCED,)),))
    assert "they count here. Priority 1, row 2 (line 12)" in under(page(overruled), "How it was read")


def test_who_leads_and_when() -> None:
    rows = tuple(Action({}, place(f"Priority 1, row {n}"), "row") for n in (1, 2, 3))
    plan = replace(PLAN, sections=(Section(Block("S", place()), 1, actions=rows),))
    half = HalfTerm("Autumn 1", "2026-27", datetime.date(2026, 9, 1), datetime.date(2026, 11, 1), (0, 2))
    load = Load(3, (Lead("DHT", (0, 2), True), Lead("All staff", (0,), False)), (half,), (1,), (1,))
    told = under(page(Report((PlanReport(plan, load=load),))), "Who leads and when")
    assert "Lead Actions Which DHT 2 Priority 1, row 1, row 3 All staff 1 Priority 1, row 1" in told
    assert "An open bar stands for a group" in told
    assert "Nobody is named to lead 1 action of 3: Priority 1, row 2." in told
    assert "Due in 2026-27 Half-term Actions Which Autumn 1 2 Priority 1, row 1, row 3" in told
    assert "No day that could be missed for 1 action of 3: Priority 1, row 2." in told


def test_one_file_without_network_script_or_style_from_elsewhere() -> None:
    source = html.render(REPORT).decode()
    tree = markup.document_fromstring(source)
    assert [e.tag for e in tree.iter("script", "link", "img", "iframe", "object", "form", "base", "input")] == []
    assert [e.get("href") for e in tree.iter("a") if not e.get("href", "").startswith("#")] == []
    assert not re.search(r"https?:|url\(|@import|\bon\w+=| style=", source)
    policy = tree.xpath("//meta[@http-equiv]/@content")
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[\w+/]{43}='", policy[0])


def test_every_place_it_links_to_is_there_and_no_name_is_used_twice() -> None:
    several = replace(REPORT, plans=REPORT.plans * 3)
    for report in (REPORT, several):
        tree = page(report)
        ids = Counter(tree.xpath("//@id"))
        assert [name for name, times in ids.items() if times > 1] == []
        used = [h[1:] for h in tree.xpath("//a/@href")] + tree.xpath("//@aria-labelledby")
        assert set(used) <= set(ids)


def test_headings_go_down_one_step_at_a_time_from_one_title() -> None:
    for report in (REPORT, replace(REPORT, plans=REPORT.plans * 2)):
        levels = [int(e.tag[1]) for e in page(report).iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_several_plans_have_an_index_and_files_that_were_not_read_are_told() -> None:
    report = replace(REPORT, plans=REPORT.plans * 2, mended=(Mended("a.md", "x/y", "w", 2),))
    tree = page(report)
    assert text(tree.find(".//h1")) == "2 plans"
    index = tree.xpath("//nav[@class='index']")[0]
    assert index.xpath(".//p[@class='name']/a/@href") == ["#p1", "#p2"]
    assert under(tree, "Not read") == "Not read b.docx: is damaged; save it again."
    assert "2 findings of the baseline no longer there." in text(tree.find(".//footer"))


def test_a_page_may_lead_back_to_where_all_plans_are_listed() -> None:
    tree = markup.document_fromstring(html.render(with_findings(), home="../index.html").decode())
    assert tree.xpath("//p[@class='home']/a/@href") == ["../index.html"]


def test_nothing_at_all_is_a_page_too() -> None:
    assert text(page(Report()).find(".//h1")) == "No plans"
    tree = page(Report(failures=(Failure("a", "a: no."),)))
    assert under(tree, "Not read") == "Not read a: no."


def hostile() -> Report:
    """A report in which everything that a plan has a hand in is hostile."""
    spot = replace(place(EVIL, 1, EVIL, EVIL), path=EVIL)
    row = Action({"action": (Block(EVIL, spot),)}, spot, "row")
    section = Section(Block(EVIL, spot, "heading", 1), 1, actions=(row,), location=spot)
    period = PLAN.period and replace(PLAN.period, source=Block(EVIL, spot))
    unread = (Unread(EVIL, spot),)
    plan = replace(PLAN, path=EVIL, title=EVIL, sections=(section,), unread=unread, period=period)
    evidence = (Evidence(EVIL, EVIL, True, "", spot), Evidence(EVIL + "2", EVIL, False, EVIL, spot))
    parts = tuple(
        Component(EVIL + str(n), EVIL, f"{EVIL}{n}", level, evidence)
        for n, level in enumerate(("addressed", "mentioned", "absent"))
    )
    silenced = replace(SILENCED, location=spot, message=EVIL)
    assert silenced.suppressed
    silenced = replace(silenced, suppressed=replace(silenced.suppressed, reason=EVIL))
    finding = Finding("a/b", "error", EVIL, EVIL, EVIL, EVIL, spot, EVIL)
    assert PLAN.period
    half = HalfTerm(EVIL, EVIL, PLAN.period.start, PLAN.period.end, (0,))
    load = Load(1, (Lead(EVIL, (0,), True),), (half,), (0,), (0,))
    covered = (Coverage(EVIL, parts),)
    told = PlanReport(plan, covered, (finding, silenced), overruled=(silenced,), load=load)
    return Report((told, told), (Failure(EVIL, EVIL),), packs={EVIL: EVIL})


def test_hostile_text_stays_text() -> None:
    for report in (hostile(), replace(hostile(), plans=hostile().plans[:1], failures=())):
        source = html.render(report, suppressed=True).decode()
        tree = markup.document_fromstring(source)
        assert [e.tag for e in tree.iter("script", "img")] == []
        assert (source.count("<style>"), source.count("</style>"), source.count("</title>")) == (1, 1, 1)
        assert not any(name.startswith("on") for e in tree.iter() for name in e.attrib)
        assert "\u202e" not in source and "\x00" not in source and "49" not in text(tree.find(".//main"))
        assert text(tree.find(".//main")).count(KEPT) > 20


def test_the_same_report_gives_the_same_bytes() -> None:
    assert html.render(REPORT) == html.render(REPORT)


def test_a_torn_character_does_not_break_it() -> None:
    told = replace(ADDRESSED, name="a\ud800b")
    report = replace(REPORT, plans=(replace(REPORT.plans[0], coverage=(Coverage("helix", (told,)),)),))
    assert b"ab" in html.render(report)


@pytest.mark.parametrize(("form", "loaded"), [("text", "False"), ("html", "True")])
def test_what_makes_pages_is_loaded_only_when_one_is_asked_for(form: str, loaded: str, tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# Plan\n\n| Action | Lead |\n|---|---|\n| Read | |\n", encoding="utf-8")
    asked = "print('planlint.reporters.html' in sys.modules)"
    code = f"import sys; from planlint.cli import main; main(sys.argv[1:]); {asked}"
    out = str(tmp_path / "out")
    command = ["check", str(plan), "--select", "actions/missing-lead", "--format", form, "--output", out]
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded
    assert ("<!doctype html>" in Path(out).read_text(encoding="utf-8")) == (form == "html")
