"""Whole plans, with what planlint says of them beside them."""

import importlib.util
import json
import sys
import zipfile
from pathlib import Path

import pytest

from planlint.report import PlanReport
from update_expected import FIXTURES, expected, expected_file, reports

PLANS = sorted(p.name for p in FIXTURES.iterdir() if p.suffix in {".docx", ".md", ".yaml"})
TRIPLETS = [f"middling-trust{ending}" for ending in (".docx", ".md", ".yaml")]


@pytest.fixture(scope="module")
def found() -> dict[str, PlanReport]:
    return reports()


@pytest.mark.parametrize("plan", PLANS)
def test_says_what_is_expected(plan: str, found: dict[str, PlanReport]) -> None:
    assert expected(found[plan]) == json.loads(expected_file(plan).read_text(encoding="utf-8"))


def test_there_is_a_strong_a_middling_and_a_weak_plan_in_each_format(found: dict[str, PlanReport]) -> None:
    kept = {(name.split("-")[0], report.plan.format) for name, report in found.items()}
    formats = ("docx", "markdown", "yaml")
    assert kept == {(quality, form) for quality in ("strong", "middling", "weak") for form in formats}
    assert {name: report.plan.words for name, report in found.items() if report.plan.words < 1500} == {}
    assert sorted(p.name for p in FIXTURES.glob("*.expected.json")) == sorted(expected_file(p).name for p in PLANS)


@pytest.mark.parametrize("plan", [p for p in PLANS if p.startswith("strong")])
def test_a_strong_plan_addresses_every_component(plan: str, found: dict[str, PlanReport]) -> None:
    levels = expected(found[plan])["coverage"]
    assert len(levels) == 12
    assert {component: level for component, level in levels.items() if level != "addressed"} == {}


@pytest.mark.parametrize("plan", TRIPLETS)
def test_the_same_plan_gets_the_same_answer_in_every_format(plan: str, found: dict[str, PlanReport]) -> None:
    first, other = found[TRIPLETS[0]], found[plan]
    assert expected(other)["coverage"] == expected(first)["coverage"]
    assert sorted((f.rule, f.message) for f in other.findings) == sorted((f.rule, f.message) for f in first.findings)
    assert other.plan.period and first.plan.period
    assert (other.plan.period.start, other.plan.period.end) == (first.plan.period.start, first.plan.period.end)


def test_the_word_plans_are_what_their_text_makes() -> None:
    spec = importlib.util.spec_from_file_location("make_docx", FIXTURES / "make_docx.py")
    assert spec and spec.loader
    maker = importlib.util.module_from_spec(spec)
    sys.modules["make_docx"] = maker
    spec.loader.exec_module(maker)
    for name, source in maker.SOURCES.items():
        made = FIXTURES / f"{name}"
        assert _parts(maker.build(source)) == _parts(made.read_bytes()), f"run python fixtures/make_docx.py for {name}"


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts that hold text; the others are python-docx's own and change with its version."""
    import io

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        wanted = [n for n in archive.namelist() if Path(n).stem in {"document", "header1", "footer1"}]
        return {name: archive.read(name) for name in wanted}
