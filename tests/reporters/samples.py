"""A small report made by hand, for the tests of everything that writes reports."""

from __future__ import annotations

import datetime
from dataclasses import replace

from planlint.plan import Action, Block, Location, Period, Plan, Section, Unread
from planlint.report import Component, Coverage, Evidence, Failure, Finding, PlanReport, Report, Suppression

PATH = "plans/larkfield.md"


def place(label: str = "", line: int | None = None, *trail: str) -> Location:
    return Location(PATH, label, trail, line=line, column=line and 1, end_line=line, end_column=line and 9)


ROW = Action(
    {"action": (Block("Start a reading hour", place("Priority 1, row 2, Action", 12)),)},
    place("Priority 1, row 2", 12),
    "row",
    inherited={"lead": (Block("Head of English", place("Priority 1", 9)),)},
    offers=frozenset({"action", "lead", "deadline"}),
)
BODY = Section(
    Block("Priority 1: reading", place("", 9), "heading", 1),
    1,
    (Block("We start small.", place("", 10)),),
    actions=(ROW,),
    location=place("", 9),
)
PLAN = Plan(
    PATH,
    "markdown",
    "Larkfield Schools improvement plan",
    "action-plan",
    "trust",
    Period(datetime.date(2026, 9, 1), datetime.date(2027, 8, 31), Block("September 2026 to August 2027", place("", 3))),
    meta=(Block("board draft", place("", 2), "value", name="status"),),
    sections=(BODY,),
    aside=(Block("Larkfield Schools", place(), "header"),),
    unread=(Unread("a picture of a table", place("", 30)),),
)
ADDRESSED = Component(
    "use-evidence",
    "Use evidence",
    "curate-clear-goals",
    "addressed",
    (
        Evidence("We hope to read studies", "read* ~ studies", False, "hoped", place("", 20)),
        Evidence(
            "The tutoring follows two trials that found gains in reading",
            "follow* ~ trial*",
            True,
            "",
            place("Priority 1, row 2, Rationale", 12),
        ),
    ),
)
MENTIONED = Component(
    "connect",
    "Connect",
    "build-capability-and-capacity",
    "mentioned",
    (Evidence("networks", "network*", False, "label only", place("", 40, "Working together")),),
)
ABSENT = Component("de-implement", "De-implement", "implement-improvement-initiatives", "absent")
FINDING = Finding(
    "actions/missing-deadline",
    "error",
    "There is no date for 'Start a reading hour'.",
    "What has no date cannot be late.",
    "Give a day, or a half-term and a year.",
    "",
    place("Priority 1, row 2", 12),
    "Start a reading hour | Head of English",
    "0123456789abcdef",
)
WHOLE = Finding(
    "helix/de-implement",
    "error",
    "The plan does not say what will stop.",
    "Time for new work has to come from somewhere.",
    "Name one thing that ends.",
    "",
    Location(PATH),
    None,
    "fedcba9876543210",
)
SILENCED = replace(FINDING, suppressed=Suppression("shared post", "2027-01-31", "inline"))
COVERAGE = Coverage("helix", (ADDRESSED, MENTIONED, ABSENT))
REPORT = Report(
    (PlanReport(PLAN, (COVERAGE,), (WHOLE, FINDING, SILENCED)),),
    (Failure("b.docx", "b.docx: is damaged; save it again."),),
    packs={"planlint": "2026.1"},
)


def with_findings(*findings: Finding) -> Report:
    return replace(REPORT, plans=(replace(REPORT.plans[0], findings=findings),), failures=())
