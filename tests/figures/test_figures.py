"""Numbers that are amounts, and numbers that are names, dates or references."""

import pytest

from planlint import vocabulary
from planlint.figures import Figure, figures

WORDS = vocabulary.load()


def short(figure: Figure) -> str:
    """Value, unit, whole, year, comparator and change in one line."""
    parts = [f"{figure.value:g}", figure.unit, f"of {figure.of:g}" if figure.of else ""]
    parts += [str(figure.year or ""), figure.comparator, "change" if figure.change else ""]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("61%", ["61 percent"]),
        ("61 per cent", ["61 percent"]),
        ("7pp", ["7 points"]),
        ("+7pp", ["7 points change"]),
        ("3 percentage points", ["3 points"]),
        ("P8 +0.2", ["0.2"]),
        ("P8 -0.4", ["-0.4"]),
        ("£1,250", ["1250 money"]),
        ("£94k", ["94000 money"]),
        ("£1.2m", ["1.2e+06 money"]),
        ("8.1 days", ["8.1 days"]),
        ("9 of 31", ["9 of 31"]),
        ("8 out of 10", ["8 of 10"]),
        ("34/80", ["34 of 80"]),
        ("eight of ten schools", ["8 of 10"]),
        ("at least 95%", ["95 percent at least"]),
        ("95% or more", ["95 percent at least"]),
        ("85%+", ["85 percent at least"]),
        ("no more than 20%", ["20 percent at most"]),
        ("PA < 15%", ["15 percent below"]),
        ("≥ 95.5%", ["95.5 percent at least"]),
        ("fewer than 8", ["8 below"]),
        ("61% (2025)", ["61 percent 2025"]),
        ("44 (July 25)", ["44 2025"]),
        ("92.4% (24-25)", ["92.4 percent 2025"]),
        ("84% by 2027 (77% in 2025)", ["84 percent 2027", "77 percent 2025"]),
        ("68% (2025: 61%)", ["68 percent", "61 percent 2025"]),
        ("increase by 5%", ["5 percent change"]),
        ("up 3 points", ["3 marks change"]),
        ("halve lateness", ["50 percent change"]),
        ("9 of 31 to none", ["9 of 31", "0"]),
        ("one (24-25) → six", ["1 2025", "6"]),
        ("(Sept 25: two)", ["2 2025"]),
        ("last year 94k", ["94000"]),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    assert [short(f) for f in figures(text, WORDS)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Year 5 pupils", "Years 2, 4 and 6", "Y7–8 units", "KS2", "Key Stage 2", "Level 3", "grade 4+", "4+ E&M",
        "Progress 8", "Attainment 8", "Priority 2", "2.3 Write the policy", "see 2.3", "section 4.1", "1:1 tuition",
        "call 01234 567890", "by 9.30am", "at 10.00", "from 8:45", "27 September", "3 Nov 2025", "15/09/25",
        "2025-26", "2026-03-31", "July 25", "top 20% of schools", "per 100", "two schools", "one page", "Mock 1",
        "sets 3–5", "Autumn 2", "HT3", "no numbers",
    ],
)  # fmt: skip
def test_what_is_no_amount(text: str) -> None:
    assert figures(text, WORDS) == ()


def test_offsets_are_those_of_the_text() -> None:
    text = "Attendance –\u00a0from 92.1% to at least 95%"
    assert [text[f.offset : f.until] for f in figures(text, WORDS)] == ["92.1%", "95%"]


@pytest.mark.parametrize(("text", "share"), [("61%", 61.0), ("9 of 12", 75.0), ("12", None), ("£5", None)])
def test_shares(text: str, share: float | None) -> None:
    assert [f.share for f in figures(text, WORDS)] == [share]
