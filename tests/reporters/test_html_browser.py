"""The page in a real browser: as wide as a desk, as narrow as a phone, and as printed."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from planlint.files import find
from planlint.linter import lint
from planlint.report import Report
from planlint.reporters import html
from planlint.settings import Settings
from reporters.test_html import hostile

FIXTURES = Path(__file__).parents[2] / "fixtures"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SCREENS = {"desk": (1280, 900), "tablet": (768, 1024), "phone": (390, 844), "print": (672, 950)}
PLANS = ("weak-trust.docx", "strong-school.docx")
SMALL = "strong-school.docx"
CASES = (*PLANS, "several", "hostile")
WITHOUT = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed; .ci/run installs it")


@dataclass
class Seen:
    """A page as a browser shows it, with what it complained about and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each case's page in a file."""
    settings = Settings(datetime.date(2026, 10, 1), today_given=True)
    whole = lint(find([str(FIXTURES / name) for name in PLANS]), settings)
    reports = {name: Report((plan,), rules=whole.rules) for name, plan in zip(PLANS, whole.plans, strict=True)}
    folder = tmp_path_factory.mktemp("pages")
    reports["hostile"] = replace(hostile(), plans=hostile().plans[:1])
    reports["several"] = replace(hostile(), plans=(*hostile().plans, *reports[SMALL].plans))
    for name, report in reports.items():
        (folder / f"{name}.html").write_bytes(html.render(report, suppressed=True))
    return {name: folder / f"{name}.html" for name in CASES}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def show(browser: Browser, path: Path, screen: str = "desk", script: bool = True) -> Seen:
    width, height = SCREENS[screen]
    page = browser.new_page(viewport={"width": width, "height": height}, java_script_enabled=script)
    seen = Seen(page)
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("request", lambda request: seen.asked.append(request.url))
    if screen == "print":
        page.emulate_media(media="print")
    page.goto(path.as_uri())
    return seen


def wide(page: Page) -> list[str]:
    """What sticks out of the page to the side."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('main *, header *, footer *')]
            .filter(e => e.checkVisibility() && !e.closest('thead'))
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
            .map(e => e.tagName + ' ' + e.textContent.slice(0, 60))"""
    )
    return found if found or page.evaluate("document.documentElement.scrollWidth <= innerWidth") else ["the page"]


@pytest.mark.parametrize("case", CASES)
def test_it_fits_every_screen_without_a_complaint_or_a_request(browser: Browser, pages: Any, case: str) -> None:
    for screen in SCREENS:
        seen = show(browser, pages[case], screen)
        assert (screen, wide(seen.page)) == (screen, [])
        assert (screen, seen.complaints, len(seen.asked)) == (screen, [], 1)
        seen.page.close()


@pytest.mark.parametrize(
    ("case", "screen"),
    [("weak-trust.docx", "desk"), (SMALL, "print"), ("several", "phone")],
)
def test_it_is_accessible(browser: Browser, pages: Any, case: str, screen: str) -> None:
    seen = show(browser, pages[case], screen)
    found = Axe().run(seen.page, options=WITHOUT)
    told = [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]]
    seen.page.close()
    assert told == []


def test_hostile_text_does_nothing(browser: Browser, pages: Any) -> None:
    seen = show(browser, pages["hostile"])
    heard: list[str] = []
    seen.page.on("dialog", lambda dialog: heard.append(dialog.message) or dialog.dismiss())
    assert seen.page.evaluate("document.querySelectorAll('main script, main img').length") == 0
    assert "<script>alert(1)</script>" in seen.page.inner_text("main article > header")
    assert (heard, seen.complaints) == ([], [])
    seen.page.close()


def test_the_names_on_the_helix_do_not_meet(browser: Browser, pages: Any) -> None:
    for screen, drawing in (("desk", "wide"), ("phone", "tall"), ("print", "wide")):
        seen = show(browser, pages["weak-trust.docx"], screen)
        boxes = seen.page.evaluate(
            f"[...document.querySelectorAll('.{drawing} :is(text, .node)')].map(e => e.getBoundingClientRect())"
            ".map(box => box.toJSON())"
        )
        shown = [box for box in boxes if box["width"]]
        meeting = [(a, b) for n, a in enumerate(shown) for b in shown[:n] if _meet(a, b)]
        assert (screen, len(shown), meeting) == (screen, 24, [])
        seen.page.close()


def _meet(a: dict[str, float], b: dict[str, float]) -> bool:
    across = min(a["right"], b["right"]) - max(a["left"], b["left"])
    down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return across > 1 and down > 1


def test_it_can_be_read_without_script_and_links_lead_to_their_places(browser: Browser, pages: Any) -> None:
    seen = show(browser, pages["weak-trust.docx"], script=False)
    seen.page.click(".wide a[href='#p1-c12']")
    assert seen.page.url.endswith("#p1-c12")
    assert "De-implement" in seen.page.inner_text("#p1-c12 h4")
    seen.page.close()


def test_it_prints_on_a4_with_what_matters_on_the_first_sheet(browser: Browser, pages: Any) -> None:
    seen = show(browser, pages["weak-trust.docx"])
    data = seen.page.pdf(prefer_css_page_size=True)
    sizes = {tuple(map(float, size)) for size in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)}
    assert {(round(width), round(height)) for width, height in sizes} == {(595, 842)} or sizes == set()
    seen.page.emulate_media(media="print")
    seen.page.set_viewport_size({"width": 672, "height": 950})
    end = seen.page.evaluate("document.querySelector('.first').getBoundingClientRect().bottom")
    sheet = 1009  # CSS pixels: A4 without its margins is 267 mm high
    assert end < sheet
    assert seen.page.evaluate("document.documentElement.scrollHeight") < 9 * sheet  # however weak the plan
    seen.page.close()


def test_levels_are_told_by_shape_as_well_as_by_colour(browser: Browser, pages: Any) -> None:
    shapes: dict[str, str] = {}
    for name in ("weak-trust.docx", "strong-school.docx"):
        seen = show(browser, pages[name])
        shapes |= seen.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('.wide .node')]
                .map(e => [e.getAttribute('class').split(' ')[1], e.innerHTML]))"""
        )
        seen.page.close()
    assert set(shapes) == {"absent", "mentioned", "addressed"} and len(set(shapes.values())) == 3
