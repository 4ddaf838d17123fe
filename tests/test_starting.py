"""Plans to start from: read the same in every form, and asked to be filled in."""

import datetime
import io
from pathlib import Path

import docx
import pytest

from planlint import readers, starting, vocabulary
from planlint.cli import main
from planlint.plan import Plan

WORDS = vocabulary.load()
DAY = datetime.date(2026, 11, 2)
FORMS = {"md": starting.markdown, "yaml": starting.as_yaml, "docx": starting.word}


def started(kind: str, form: str, day: datetime.date = DAY) -> Plan:
    data = FORMS[form](starting.outline(kind, day, WORDS))
    return readers.read(f"plan.{form}", data, WORDS)


@pytest.mark.parametrize("kind", ["trust", "school", "implementation"])
def test_every_form_of_a_kind_is_read_alike(kind: str) -> None:
    plans = [started(kind, form) for form in FORMS]
    assert {p.title for p in plans} == {plans[0].title}
    assert {(p.kind, p.scope, p.period.start if p.period else None) for p in plans} == {
        ("implementation-plan" if kind == "implementation" else "action-plan",
         None if kind == "implementation" else kind, datetime.date(2026, 9, 1))
    }  # fmt: skip
    headings = [[s.heading.text for s in p.walk() if s.heading and s.heading.text != p.title] for p in plans]
    assert headings[0] == headings[2]
    assert headings[0] == [part.heading for part in starting.outline(kind, DAY, WORDS).parts]


def test_the_school_year_is_the_one_that_is_being_planned() -> None:
    assert "2026-27" in starting.outline("school", datetime.date(2026, 5, 20), WORDS).title
    assert "2026-27" in starting.outline("school", datetime.date(2027, 2, 20), WORDS).title


@pytest.mark.parametrize("name", ["plan.md", "plan.yaml", "plan.docx"])
def test_as_it_stands_it_is_asked_to_be_filled_in_and_addresses_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / name
    assert main(["new", str(plan)]) == 0
    assert main(["check", "--no-cache", "--today", "2026-11-02", str(plan)]) == 1
    told = capsys.readouterr().out
    assert "holds a place open" in told
    assert "✓ addressed" not in told


def test_word_has_room_for_a_table_of_actions() -> None:
    document = docx.Document(io.BytesIO(starting.word(starting.outline("trust", DAY, WORDS))))
    page = document.sections[0]
    assert page.page_width > page.page_height
    room = page.page_width - page.left_margin - page.right_margin
    for table in document.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(room, abs=20_000)  # half a millimetre


def test_the_bytes_are_the_same_each_time() -> None:
    for form in FORMS.values():
        plan = starting.outline("trust", DAY, WORDS)
        assert form(plan) == form(plan)


def test_a_file_that_exists_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("Mine.\n")
    assert main(["new", str(plan)]) == 2
    assert plan.read_text() == "Mine.\n"
    assert "exists" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["plan.odt"], ["plan.md", "--kind", "college"]])
def test_what_cannot_be_started_is_said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
