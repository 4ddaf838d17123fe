"""What holds for a run, told to `planlint check` and `planlint config` by options and files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import line
from planlint.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Rules and readers that are stand-ins: "row x" gives an error, "vague x" a warning, "ask x" a note."""
    line.use(monkeypatch)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main([*arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def rules(out: str) -> list[list[str]]:
    return [[f["rule"] for f in plan["findings"]] for plan in json.loads(out)["plans"]]


JSON = ("--format", "json", "--no-cache")


def test_plans_of_one_run_have_their_own_configurations(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    line.write(tmp_path, one=["row x", "vague x"])
    line.write(tmp_path / "b", two=["row x", "vague x"])
    (tmp_path / ".planlint.yaml").write_text("ignore: actions/row\nfail-on: never\n")
    (tmp_path / "b" / ".planlint.yaml").write_text("ignore: actions/vague\nseverity: {actions/row: warning}\n")
    status, out, _ = run("check", "one.md", "b/two.md", *JSON)
    assert (status, rules(out)) == (0, [["actions/vague"], ["actions/row"]])
    (tmp_path / "b" / ".planlint.yaml").write_text("ignore: actions/vague\nfail-on: note\n")
    assert run("check", "one.md", "b/two.md", *JSON)[0] == 1
    assert run("check", "one.md", "b/two.md", "--fail-on", "never", *JSON)[0] == 0


def test_what_is_wrong_in_a_configuration_is_told_once(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, **{f"p{n}": ["row x"] for n in range(3)})
    (tmp_path / ".planlint.yaml").write_text("# ours\nignore: actions/rows\n")
    told = ".planlint.yaml: line 2: there is no rule 'actions/rows'; did you mean 'actions/row'.\n"
    assert run("check", ".") == (2, "", told)


def test_a_search_leaves_out_what_is_excluded_and_a_named_plan_is_read(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x"], draft=["row x"])
    (tmp_path / ".planlint.yaml").write_text("exclude: draft*\n")
    assert [p["path"] for p in json.loads(run("check", ".", *JSON)[1])["plans"]] == ["a.md"]
    assert [p["path"] for p in json.loads(run("check", "draft.md", *JSON)[1])["plans"]] == ["draft.md"]
    (tmp_path / "a.md").unlink()
    told = ".planlint.yaml: line 1: excludes every plan there is; name a plan, or exclude less.\n"
    assert run("check", ".") == (2, "", told)


def test_a_reviewer_passes_over_configurations_and_sees_what_they_keep_quiet(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x", "vague x", "ask x"])
    (tmp_path / ".planlint.yaml").write_text("ignore: actions/row\nseverity: {actions/vague: note}\n")
    status, out, _ = run("check", "a.md", "--reviewer", *JSON)
    [plan] = json.loads(out)["plans"]
    assert (status, [f["rule"] for f in plan["findings"]]) == (1, ["actions/row", "actions/vague", "actions/ask"])
    assert [(f["rule"], f["suppressed"]) for f in plan["overruled"]] == [
        ("actions/row", {"reason": "the rule is left out by .planlint.yaml, line 1", "until": None, "by": "config"}),
        ("actions/vague", {"reason": "made a note by .planlint.yaml, line 2", "until": None, "by": "config"}),
    ]
    assert "Silenced by its author, and counted here all the same" in run("check", "a.md", "--reviewer")[1]
    (tmp_path / ".planlint.yaml").write_text("ignore: [")
    assert run("check", "a.md", "--reviewer", *JSON)[0] == 1
    (tmp_path / "mine.yaml").write_text("ignore: actions/row\n")
    assert rules(run("check", "a.md", "--reviewer", "--config", "mine.yaml", *JSON)[1]) == [
        ["actions/vague", "actions/ask"]
    ]


def test_a_baseline_is_adopted_kept_and_renewed(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x", "row y"])
    base = ("--baseline", "known.json")
    assert run("check", "a.md", *base) == (
        2, "", "known.json: there is no such baseline; check the name, or make it with --update-baseline.\n",
    )  # fmt: skip
    status, _, err = run("check", "a.md", *base, "--update-baseline")
    assert (status, err) == (0, "known.json: 2 findings in 1 plan are known from now on.\n")
    first = (tmp_path / "known.json").read_bytes()
    assert run("check", "a.md", *base)[0] == 0
    line.write(tmp_path, a=["row z", "row x"])
    status, out, _ = run("check", "a.md", *base, *JSON)
    assert (status, rules(out)) == (1, [["actions/row"]])
    assert json.loads(out)["mended"] == [
        {"path": "a.md", "rule": "actions/row", "about": "row y", "count": 1, "gone": False}
    ]
    text = run("check", "a.md", *base)[1]
    assert "Mended: 1 finding of the baseline no longer there" in text and "1 error" in text
    shown = json.loads(run("check", "a.md", *base, "--show-suppressed", *JSON)[1])["plans"][0]["findings"]
    assert [f["suppressed"] and f["suppressed"]["by"] for f in shown] == [None, "baseline"]
    assert run("check", "a.md", *base, "--update-baseline")[0] == 0
    assert run("check", "a.md", *base)[0] == 0
    assert (tmp_path / "known.json").read_bytes() != first
    line.write(tmp_path, a=["row x", "row y"])
    run("check", "a.md", *base, "--update-baseline")
    assert (tmp_path / "known.json").read_bytes() == first


def test_a_baseline_does_not_hide_what_cannot_be_read_nor_mandatory_rules(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x"], b=["bad"])
    base = ("--baseline", "known.json", "--mandatory", "actions/row")
    assert run("check", "a.md", "b.md", *base, "--update-baseline")[0] == 2
    assert run("check", "a.md", *base)[0] == 1


def test_update_baseline_needs_a_baseline(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x"])
    status, _, err = run("check", "a.md", "--update-baseline")
    assert (status, err.startswith("planlint: --update-baseline needs --baseline FILE")) == (2, True)


def test_config_tells_what_is_in_force_and_where_it_stands(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x"])
    (tmp_path / "house.yaml").write_text("fail-on: note\n")
    (tmp_path / ".planlint.yaml").write_text("extends: house.yaml\nignore: actions/row\ntoday: 2026-10-01\n")
    assert run("config", "a.md") == (0, """a.md: house.yaml, .planlint.yaml

  fail-on: note  (house.yaml, line 1)
  ignore: actions/row  (.planlint.yaml, line 2)
  today: 2026-10-01  (.planlint.yaml, line 3)

2 of 4 rules run; packs: planlint 1.
""", "")  # fmt: skip
    told = json.loads(run("config", "a.md", "--select", "actions/row", "--format", "json")[1])
    assert told["settings"] == [
        {"key": ["fail-on"], "value": "note", "from": "house.yaml, line 1"},
        {"key": ["today"], "value": "2026-10-01", "from": ".planlint.yaml, line 3"},
        {"key": ["select"], "value": "actions/row", "from": "the command line"},
    ]
    assert told["rules"] == [{"id": "actions/row", "severity": "error"}]


@pytest.mark.parametrize("command", [("annotate", "a.docx", "--output", "b.docx"), ("why", "a.md", "connect")])
def test_what_lets_no_plan_fail_is_not_asked_from_which_weight_on(run: Run, command: tuple[str, ...]) -> None:
    status, _, err = run(*command, "--fail-on", "note")
    assert status == 2 and "No such option '--fail-on'" in err
