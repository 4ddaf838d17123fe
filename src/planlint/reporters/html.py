"""The report as a page for people: one file without network or script, for a screen, a phone or A4."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from planlint import __version__
from planlint.plan import Plan
from planlint.report import DECLARED, PlanReport, Report
from planlint.reporters import html_again, html_first, html_helix, html_load, html_parts
from planlint.reporters.describe import count, describe_plan
from planlint.reporters.places import place
from planlint.reporters.plain import one_line, shorten
from planlint.reporters.quieted import SAYS
from planlint.reporters.text import strand_name, tally
from planlint.rule import Rule

TEMPLATES = Path(__file__).parent / "templates"
LEVELS = {
    "addressed": "says something that a reader could go and check",
    "mentioned": "named, and no more",
    "absent": "not found",
    DECLARED: "its author says where it stands",
}
WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TITLE = 120


def render(report: Report, suppressed: bool = False, home: str = "") -> bytes:
    """The page in UTF-8: one plan's, or several plans' with an index in front; the same report gives the same bytes.

    suppressed: True to list what is kept quiet as well.
    home:       where a link at the top leads back to, relative to the page ("index.html"); none if "".
    """
    rules = {rule.id: rule for rule in report.rules}
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    text = _environment().get_template("page.html").render(
        report=report, plans=[_view(number, plan, rules) for number, plan in enumerate(report.plans, 1)],
        many=len(report.plans) != 1, suppressed=suppressed, home=home, version=__version__,
        packs=", ".join(f"{name} {version}".strip() for name, version in sorted(report.packs.items())),
        style=Markup(f"<style>{style}</style>"), style_hash=_hash(style),
    )  # fmt: skip
    return text.encode("utf-8", "replace")


def _hash(style: str) -> str:
    """The name under which a browser may use the style sheet, and nothing else that a page might hold."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, finalize=_plain,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {
        "words": count,
        "place": place,
        "shorten": shorten,
        "strand": strand_name,
        "spelt": _spelt,
    }
    environment.globals |= {"LEVELS": LEVELS, "SAYS": SAYS, "PLACES": html_first.PLACES}
    return environment


def _plain(value: Any) -> Any:
    """Text on one line, without what cannot be seen: whatever a plan holds, it cannot turn a page's lines round."""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _spelt(number: int) -> str:
    """A small number as a word."""
    return WORDS[number] if number < len(WORDS) else str(number)


def _view(number: int, report: PlanReport, rules: Mapping[str, Rule]) -> dict[str, Any]:
    """What the template is given of a plan; `id` stands before the names of its places on the page."""
    strands = html_parts.components(report, rules)
    shown = [part for coverage in report.coverage for part in coverage.components]
    plan = report.plan
    again, told = html_again.again(html_parts.others(report), rules)
    return {
        "number": number, "id": f"p{number}", "report": report,
        "plan": plan, "title": title(plan), "about": describe_plan(plan),
        "strands": strands, "levels": html_parts.by_level(strands),
        "drawings": [d for upright in (False, True) if (d := html_helix.draw(shown, upright))],
        "fixes": html_first.fixes(report, rules), "questions": html_first.questions(report, rules),
        "again": again, "parts": html_parts.parts(report, told), "charts": html_load.charts(report),
        "tally": tally(Counter(f.severity for f in html_parts.audible(report))),
        "quiet": [f for f in report.findings if f.suppressed], "unread": _unread(plan),
    }  # fmt: skip


def title(plan: Plan) -> str:
    """The plan's title, else its file's name."""
    return shorten(one_line(plan.title), _TITLE) or PurePath(one_line(plan.path)).name


def _unread(plan: Plan) -> list[str]:
    """What could not be read, each with its place."""
    where = ((one_line(unread.what), place(unread.location)) for unread in plan.unread)
    return [f"{what}, {at}" if at else what for what, at in where]
