"""A run with a cache gives what a run without one gives, and reads a plan only if anything it rests on has changed."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

import line
from planlint import readers
from planlint.cache import Cache
from planlint.errors import ConfigError
from planlint.files import Source
from planlint.linter import lint
from planlint.report import Report
from planlint.settings import Settings

SETTINGS = Settings(datetime.date(2026, 9, 1))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:
    line.use(monkeypatch)
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path / "plans")
    return Cache(tmp_path / "kept")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, cache: Cache) -> list[str]:
    """The plans that were read, as they are read."""
    paths: list[str] = []
    reader = readers.read

    def noted(path: str, *rest: object) -> object:
        paths.append(path)
        return reader(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(readers, "read", noted)
    return paths


def sources(**texts: str) -> list[Source]:
    return [Source(f"{name}.md", text.encode()) for name, text in texts.items()]


def test_what_has_not_changed_is_not_read_again_and_the_report_is_the_same(cache: Cache, read: list[str]) -> None:
    plans = sources(a="A plan\nrow x", b="bad", c="A plan\nvague y\nrow x")
    fresh = lint(plans, SETTINGS)
    read.clear()
    first, second = lint(plans, SETTINGS, 1, cache), lint(plans, SETTINGS, 1, cache)
    assert first == second == fresh
    assert read == ["a.md", "b.md", "c.md"]


def test_only_the_plan_that_changed_is_read(cache: Cache, read: list[str]) -> None:
    lint(sources(a="A plan", b="A plan", c="A plan"), SETTINGS, 1, cache)
    read.clear()
    changed = sources(a="A plan", b="A plan\nrow x", c="A plan")
    assert lint(changed, SETTINGS, 1, cache) == lint(changed, SETTINGS)
    assert read[:1] == ["b.md"] and len(read) == 4


@pytest.mark.parametrize("jobs", [1, 2])
def test_known_and_new_plans_keep_their_order_in_any_number_of_processes(cache: Cache, jobs: int) -> None:
    plans = sources(**{name: f"Plan\nrow {name}" for name in "abcdefg"})
    lint(plans[1::2], SETTINGS, jobs, cache)
    assert lint(plans, SETTINGS, jobs, cache) == lint(plans, SETTINGS)


def test_whatever_a_report_rests_on_counts(cache: Cache, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    plan, tries = sources(a="A plan\nrow x\nvague y"), 0

    def is_read(settings: Settings = SETTINGS, plan: list[Source] = plan) -> bool:
        read.clear()
        kept = lint(plan, settings, 1, cache)
        again = bool(read)
        assert kept == lint(plan, settings)
        return again

    assert is_read()
    assert not is_read()
    for other in (
        replace(SETTINGS, today=datetime.date(2026, 9, 2)),
        replace(SETTINGS, select=("actions/row",)),
        replace(SETTINGS, ignore=("actions/row",)),
        replace(SETTINGS, reviewer=True),
    ):
        tries += 1
        assert is_read(other)
        assert not is_read(other)
    assert is_read(plan=[Source("b.md", plan[0].data)])
    assert is_read(plan=[Source("a.markdown", plan[0].data)])
    Path(".planlint.yaml").write_text("ignore: [actions/row]\n")
    assert is_read()
    Path(".planlint.yaml").write_text("ignore: [actions/vague]\n")
    assert is_read()
    Path(".planlint.yaml").write_text("# a remark\nignore: [actions/vague]\n")
    assert not is_read()
    monkeypatch.setattr("planlint.shelf.program_key", lambda: "another version")
    assert is_read()
    assert tries == 4


def test_what_a_pack_holds_counts(cache: Cache, read: list[str], tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    settings = replace(SETTINGS, folders=(pack,))
    lint(sources(a="A plan"), settings, 1, cache)
    lint(sources(a="A plan"), settings, 1, cache)
    assert read == ["a.md"]
    (pack / "rule.yaml").write_text("message: x")
    lint(sources(a="A plan"), settings, 1, cache)
    assert read == ["a.md", "a.md"]


def test_a_fault_of_planlints_own_is_told_but_not_kept(cache: Cache, read: list[str]) -> None:
    plans = sources(a="crash", b="broken")
    assert [f.bug for f in lint(plans, SETTINGS, 1, cache).failures] == [True, True]
    lint(plans, SETTINGS, 1, cache)
    assert read == ["a.md", "b.md"] * 2


def test_a_plan_that_changes_while_it_is_read_is_kept_under_what_was_read(
    cache: Cache, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = b"A plan", b"A plan\nrow x"
    lint([], SETTINGS, 1, cache)  # so that the rules are known, and the plan is looked up before it is read
    contents = [before, after]
    monkeypatch.setattr(Source, "load", lambda source: source.data or contents.pop(0))
    report = lint([Source("a.md")], SETTINGS, 1, cache)
    assert [f.rule for f in report.findings()] == ["actions/row"]
    assert lint([Source("a.md", after)], SETTINGS, 1, cache) == report
    assert read == ["a.md"]
    assert list(lint([Source("a.md", before)], SETTINGS, 1, cache).findings()) == []


def test_an_unknown_rule_is_an_error_every_time(cache: Cache) -> None:
    for _ in range(2):
        with pytest.raises(ConfigError, match="did you mean 'actions/row'"):
            lint(sources(a="A plan"), replace(SETTINGS, ignore=("actions/rows",)), 1, cache)


def test_a_plan_that_is_gone_is_a_failure_though_it_is_known(cache: Cache) -> None:
    Path("a.md").write_text("A plan")
    assert len(lint([Source("a.md")], SETTINGS, 1, cache).plans) == 1
    Path("a.md").unlink()
    assert "no such file" in lint([Source("a.md")], SETTINGS, 1, cache).failures[0].error


def test_a_damaged_cache_costs_time_and_nothing_else(cache: Cache, read: list[str]) -> None:
    plans = sources(a="A plan\nrow x")
    fresh = lint(plans, SETTINGS, 1, cache)
    for path, _ in cache.entries():
        path.write_bytes(b"nothing of ours")
    assert lint(plans, SETTINGS, 1, cache) == fresh
    assert lint(plans, SETTINGS, 1, cache) == fresh
    assert read == ["a.md", "a.md"]


def test_the_cache_stays_within_its_room(cache: Cache) -> None:
    small = Cache(cache.folder, room=3000)
    for n in range(20):
        lint(sources(**{f"a{n}": f"A plan\nrow {n}"}), SETTINGS, 1, small)
    assert sum(stat.st_size for _, stat in small.entries()) <= 3000


def test_no_plan_gives_an_empty_report_with_its_rules(cache: Cache) -> None:
    first: Report = lint([], SETTINGS, 1, cache)
    assert lint([], SETTINGS, 1, cache) == first == lint([], SETTINGS)
    assert first.rules
