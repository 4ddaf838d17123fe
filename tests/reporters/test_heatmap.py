"""The page of a batch: every plan with its levels, hostile names as text, and room enough on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html as markup
from playwright.sync_api import Browser, sync_playwright

from planlint.reporters.heatmap import Index, Remark, Row, stream
from planlint.reporters.tables import Cohort, Part
from reporters.test_html_browser import CHROMIUM, SCREENS, WITHOUT, show

EVIL = "<script>alert(1)</script>" + "long" * 40
PARTS = [Part(f"helix/{n}", f"Component {n}", f"Strand {n // 4}") for n in range(12)]
LEVELS = ("addressed", "mentioned", "absent", "declared", *["absent"] * 7, "")
COHORT = Cohort(
    2, {part.key: {"addressed": 1, "mentioned": 0, "absent": 1} for part in PARTS},
    {"plan/rare": ("note", 1, 1), "plan/common": ("error", 2, 5)}, {"plan/common": "'…' is vague."},
)  # fmt: skip


def index() -> Index:
    rows = [Row(n, f"{EVIL}.docx", EVIL, f"pages/{n}.html", LEVELS, (1, 20, 3)) for n in (1, 2)]
    across = [Remark("batch/gap", "note", EVIL, "", ""), Remark("batch/copy", "warning", "Like.", EVIL, "pages/1.html")]
    unread = [(EVIL, "could not be read", f"{EVIL}: is damaged.")]
    return Index(EVIL, PARTS, COHORT, rows, 2, across, unread, [("Plans", "2 of 3 files were read."), ("Folder", EVIL)])


def test_plans_levels_and_commonest_findings_stand_on_it() -> None:
    tree = markup.document_fromstring(b"".join(stream(index())).decode())
    assert tree.xpath("//script") == []
    rows = tree.xpath("//table[@class='heat']/tbody/tr")
    assert [row.xpath("string(.//a/@href)") for row in rows] == ["pages/1.html", "pages/2.html"]
    said = [cell.xpath("string(span[@class='said'])") for cell in rows[0].xpath("td[contains(@class, 'cell')]")]
    assert said == list(LEVELS)
    common = [" ".join(row.text_content().split()) for row in tree.xpath("//table[@class='common']/tbody/tr")]
    assert common == ["'…' is vague. plan/commonerror25", "plan/rarenote11"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed; .ci/run installs it")
def test_it_fits_every_screen_and_is_accessible(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(b"".join(stream(index())))
    for screen in SCREENS:
        seen = show(browser, path, screen)
        wide = seen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        high = seen.page.evaluate("document.documentElement.scrollHeight")
        assert (screen, wide <= 0 or screen == "print", high < 6000, seen.complaints) == (screen, True, True, [])
        if screen in ("desk", "phone"):
            found = Axe().run(seen.page, options=WITHOUT)
            told = [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]]
            assert (screen, told) == (screen, [])
        seen.page.close()
