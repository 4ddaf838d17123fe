"""Whole plans, with what planlint says of them beside them."""

import importlib.util
import io
import sys
import zipfile
from pathlib import Path

import pytest

from planlint.report import PlanReport
from update_expected import FIXTURES, expected_file, load, renew, reports

PLANS = sorted(p.name for p in FIXTURES.iterdir() if p.suffix in {".docx", ".md", ".yaml"})
TRIPLETS = [f"middling-trust{ending}" for ending in (".docx", ".md", ".yaml")]


@pytest.fixture(scope="module")
def found() -> dict[str, PlanReport]:
    return reports()


@pytest.mark.parametrize("plan", PLANS)
def test_says_what_is_expected(plan: str, found: dict[str, PlanReport]) -> None:
    assert renew(load(plan), found[plan]) == load(plan), "read it; if it is right, run python -m tests.update_expected"


def test_there_is_a_strong_a_middling_and_a_weak_plan_in_each_format(found: dict[str, PlanReport]) -> None:
    kept = {(name.split("-")[0], report.plan.format) for name, report in found.items()}
    formats = ("docx", "markdown", "yaml")
    assert kept == {(quality, form) for quality in ("strong", "middling", "weak") for form in formats}
    assert {name: report.plan.words for name, report in found.items() if report.plan.words < 1500} == {}
    assert sorted(p.name for p in FIXTURES.glob("*.expected.json")) == sorted(expected_file(p).name for p in PLANS)


def test_a_strong_plan_is_judged_to_address_every_component_and_a_weak_one_few() -> None:
    addressed = {plan: list(load(plan)["coverage"].values()).count("addressed") for plan in PLANS}
    assert {plan: count for plan, count in addressed.items() if plan.startswith("strong") and count != 12} == {}
    assert {plan: count for plan, count in addressed.items() if plan.startswith("weak") and count > 2} == {}
    assert {len(load(plan)["coverage"]) for plan in PLANS} == {12}


@pytest.mark.parametrize("plan", TRIPLETS)
def test_the_same_plan_gets_the_same_answer_in_every_format(plan: str, found: dict[str, PlanReport]) -> None:
    first, other = found[TRIPLETS[0]], found[plan]
    assert _levels(other) == _levels(first)
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
        made = FIXTURES / name
        assert _parts(maker.build(source)) == _parts(made.read_bytes()), f"run python fixtures/make_docx.py for {name}"


def _levels(report: PlanReport) -> dict[str, str]:
    return {component.id: component.level for model in report.coverage for component in model.components}


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts that hold text; the others are python-docx's own and change with its version."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        wanted = [n for n in archive.namelist() if Path(n).stem in {"document", "header1", "footer1"}]
        return {name: archive.read(name) for name in wanted}
