"""Targets: what is measured, from where, to where, and which way is better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint import vocabulary
from planlint.figures import Figure, targets

WORDS = vocabulary.load()


def level(figure: Figure | None) -> str:
    return "-" if figure is None else f"{figure.value:g}" + ("%" if figure.unit == "percent" else "")


def short(text: str, context: str = "") -> list[str]:
    return [
        f"{t.measure or '?'}{' ' + t.group if t.group else ''}: {level(t.baseline)} > {level(t.goal)} {t.way}".strip()
        for t in targets(text, WORDS, context)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("61% to 68%", ["?: 61% > 68% up"]),
        ("61% → 68%", ["?: 61% > 68% up"]),
        ("from 61 to 68", ["?: 61 > 68 up"]),
        ("RWM combined 68% (2025: 61%)", ["RWM: 61% > 68% up"]),
        ("61% (Baseline) 64% (Spr) 68% (Sum)", ["?: 61% > 68% up"]),
        ("Reduce persistent absence from 22% to 15%", ["persistent absence: 22% > 15% down"]),
        ("Suspensions per 100: 12.4 to 8", ["suspension: 12.4 > 8 down"]),
        ("Lates 210 a day to 110", ["lateness: 210 > 110 down"]),
        ("SA 61 pupils (July 25) → 40", ["severe absence: 61 > 40 down"]),
        ("Seen in 43% of drop-ins (July 25) → 75%", ["quality of practice: 43% > 75% up"]),
        ("Turnover below 12% (last year 17%)", ["turnover: 17% > 12% down"]),
        ("Phonics check 84% by 2027 (77% in 2025, 79% in 2026)", ["phonics: 79% > 84% up"]),
        ("Packs returned: 9 of 31 to none", ["?: 9 > 0 down"]),
        ("5 of 10 finish it (none now)", ["?: 0 > 5 up"]),
        ("Deficit £164k to no more than £60k", ["agency spend: 164000 > 60000 down"]),
        ("A8 41.8 to 44.0", ["Attainment 8: 41.8 > 44 up"]),
        (
            "Grade 4+: Eng 61% to 67%, Ma 52% to 59%",
            ["English and maths: 61% > 67% up", "English and maths: 52% > 59% up"],
        ),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GLD 72%", ["GLD: - > 72%"]),
        ("Y1 phonics 85%+", ["phonics: - > 85%"]),
        ("attendance ≥ 95.5%", ["attendance: - > 95.5%"]),
        ("PP/non-PP gap < 8pp", ["gap disadvantaged: - > 8"]),
        (
            "persistent absence among disadvantaged pupils no more than 20%",
            ["persistent absence disadvantaged: - > 20%"],
        ),
        ("attendance 95.3%; 93% for pupil premium", ["attendance: - > 95.3%", "attendance disadvantaged: - > 93%"]),
        ("Increase attendance by 2%", ["attendance: - > 2% up"]),
        ("Halve suspensions", ["suspension: - > 50% down"]),
        ("maintain attendance at 96%", ["attendance: - > 96% same"]),
    ],
)
def test_goals_alone(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "312 copies delivered",
        "10 to 15 minutes a day",
        "18 reports by July",
        "Within 10 days",
        "£145,000 committed",
        "Year 2 to Year 5",
    ],
)
def test_what_is_no_target(text: str) -> None:
    assert targets(text, WORDS) == ()


def test_the_column_or_action_says_what_is_measured_where_the_cell_does_not() -> None:
    assert short("92% to 95%", context="Improve attendance") == ["attendance: 92% > 95% up"]


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("attendance 95%", "outcome", "up"),
        ("absence 5%", "outcome", "down"),
        ("gap 4pp", "outcome", "down"),
        ("turnover 12%", "people", "down"),
        ("90% of lesson drop-ins show it", "practice", "up"),
        ("80% of staff agree", "voice", "up"),
        ("agency spend below £60k", "money", "down"),
    ],
)
def test_what_a_measure_is_a_sign_of(text: str, kind: str, polarity: str) -> None:
    assert [(t.kind, t.polarity) for t in targets(text, WORDS)] == [(kind, polarity)]


def test_national_figures_are_no_baseline() -> None:
    assert short("Phonics 84% (national 2025: 80%)") == ["phonics: - > 84%"]


def test_steps_on_the_way() -> None:
    (target,) = targets("61% → 64% → 68%", WORDS)
    assert [level(f) for f in (target.baseline, *target.steps, target.goal)] == ["61%", "64%", "68%"]


@given(st.text(alphabet="0123456789%.,→()to fromPA£k+-/:\n", max_size=40))
def test_any_text_gives_figures_in_their_places(text: str) -> None:
    for target in targets(text, WORDS):
        assert target.goal is not None and text[target.goal.offset : target.goal.until] == target.goal.text
