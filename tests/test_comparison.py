from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planlint.comparison import compare
from planlint.report import Component, Coverage, Finding, PlanReport, Suppression
from reporters.samples import FINDING, PLAN, place

KEPT = Suppression("agreed", None, "inline")


def finding(name: str, label: str = "", **changes: object) -> Finding:
    return replace(FINDING, fingerprint=name, location=place(label), **changes)


def state(*findings: Finding, **levels: str) -> PlanReport:
    parts = tuple(Component(id, id.title(), "goals", level) for id, level in levels.items())  # type: ignore[arg-type]
    return PlanReport(PLAN, (Coverage("helix", parts),), findings)


def names(findings: tuple[Finding, ...]) -> str:
    return " ".join(f"{f.fingerprint}{f.location.label}" for f in findings)


def test_a_plan_beside_itself_is_unchanged() -> None:
    same = state(finding("a"), finding("b"), finding("a"), connect="absent")
    found = compare(same, same)
    assert (found.added, found.mended, found.silenced, found.worse) == ((), (), (), False)
    assert found.unchanged == same.findings
    assert [c.turn for c in found.coverage] == ["same"]


def test_findings_are_matched_by_name_and_counted() -> None:
    found = compare(
        state(finding("a"), finding("b"), finding("c"), finding("c")),
        state(finding("c"), finding("a"), finding("a"), finding("d")),
    )
    assert (names(found.added), names(found.mended), names(found.unchanged)) == ("a d", "b c", "c a")
    assert found.worse


def test_of_the_same_remark_on_the_same_words_the_one_in_a_new_place_is_new() -> None:
    old = state(finding("a", " row 1"), finding("a", " row 3"))
    new = state(finding("a", " row 1"), finding("a", " row 2"), finding("a", " row 3"))
    assert names(compare(old, new).added) == "a row 2"
    assert names(compare(new, old).mended) == "a row 2"
    moved = compare(old, state(finding("a", " row 2"), finding("a", " row 4")))
    assert (moved.added, moved.mended, names(moved.unchanged)) == ((), (), "a row 2 a row 4")


def test_the_very_same_object_twice_counts_twice() -> None:
    one = finding("a")
    assert names(compare(state(one, one), state(one)).mended) == "a"
    assert names(compare(state(one), state(one, one)).added) == "a"


def test_what_is_silenced_since_is_not_mended_and_what_is_no_longer_silenced_is_new() -> None:
    quiet = finding("a", suppressed=KEPT)
    since = compare(state(finding("a")), state(quiet))
    assert (since.mended, since.added, since.silenced) == ((), (), (quiet,))
    assert compare(state(quiet), state(finding("a"))).added == (finding("a"),)
    always = compare(state(quiet), state(quiet))
    assert (always.added, always.mended, always.silenced, always.unchanged) == ((), (), (), ())


def test_what_is_said_of_components_is_told_by_coverage_alone() -> None:
    absent = finding("x", rule="helix/connect")
    mentioned = finding("y", rule="helix/connect", severity="warning")
    found = compare(state(absent, connect="absent"), state(mentioned, connect="mentioned"))
    assert (found.added, found.mended, found.worse) == ((), (), False)
    assert [(c.component.id, c.turn) for c in found.coverage] == [("connect", "rose")]
    assert compare(state(connect="addressed"), state(connect="mentioned")).worse


def test_new_notes_are_not_worse_unless_asked_for() -> None:
    note = state(finding("a", severity="note"))
    assert not compare(state(), note).worse
    assert compare(state(), note, ("error", "warning", "note")).worse
    assert not compare(state(), state(finding("a", severity="warning")), ("error",)).worse


def test_a_model_that_one_state_was_not_judged_by_neither_rose_nor_fell() -> None:
    found = compare(state(), state(connect="absent"))
    assert [(c.old, c.turn) for c in found.coverage] == [(None, "same")]
    assert [c.turn for c in compare(state(connect="addressed"), state()).coverage] == ["same"]


_STATES = st.lists(st.builds(finding, st.sampled_from("abc"), st.sampled_from(["", " 1", " 2"])), max_size=7)


@given(_STATES, _STATES)
def test_every_finding_is_told_once(old: list[Finding], new: list[Finding]) -> None:
    found = compare(state(*old), state(*new))
    assert len(found.mended) + len(found.unchanged) == len(old)
    assert len(found.added) + len(found.unchanged) == len(new)
    assert not {f.fingerprint for f in found.added} & {f.fingerprint for f in found.mended}
    back = compare(state(*new), state(*old))
    assert (len(back.added), len(back.mended)) == (len(found.mended), len(found.added))
