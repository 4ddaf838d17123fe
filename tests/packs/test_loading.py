from pathlib import Path

import pytest

from planlint import packs
from planlint.errors import RuleError
from planlint.packs.loading import load, read_rule, with_examples

RULE = """\
message: "'{found}' is vague."
severity: warning
why: Because.
fix: Say it.
check:
  phrases: {patterns: [soon]}
examples:
  fail:
    - We start <<soon>>.
  pass:
    - We start in May.
"""


def _write(folder: Path, text: str, name: str = "plan/soon.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _error(folder: Path, text: str) -> str:
    path = _write(folder, text)
    with pytest.raises(RuleError) as raised:
        read_rule(path, "plan/soon", "mine")
    return str(raised.value).removeprefix(f"{path}: ")


def test_a_rule_has_what_its_file_says(tmp_path):
    rule = read_rule(_write(tmp_path, RULE), "plan/soon", "mine")
    assert (rule.id, rule.pack, rule.severity, rule.check, dict(rule.options), rule.enabled) == (
        "plan/soon", "mine", "warning", "phrases", {"patterns": ["soon"]}, True,
    )  # fmt: skip
    assert [(e.text, e.fails, e.level, e.line) for e in rule.examples] == [
        ("We start <<soon>>.", True, None, 9),
        ("We start in May.", False, None, 11),
    ]


def test_a_folder_is_a_pack_whose_ids_are_its_paths(tmp_path):
    _write(tmp_path, RULE)
    _write(tmp_path, "name: mine\nversion: '3'\n", "pack.yaml")
    loaded = load([tmp_path])
    own = loaded.rule("plan/soon")
    assert own is not None
    assert own.pack == "mine"
    assert loaded.versions["mine"] == "3"
    assert [model.id for model in loaded.models] == ["helix"]
    assert [len(model.parts) for model in loaded.models] == [12]


def test_examples_are_left_until_they_are_asked_for(tmp_path):
    _write(tmp_path, RULE + "sources: [A book]\n")
    rule = next(r for r in load([tmp_path]).rules if r.id == "plan/soon")
    assert (rule.examples, rule.sources) == ((), ("A book",))
    assert len(with_examples(rule).examples) == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity:", "serverity:", "line 2: unknown key 'serverity'; did you mean 'severity'."),
        ("severity: warning", "severity: waring", "line 2: unknown severity 'waring'; did you mean 'warning'."),
        ("why: Because.\n", "", "line 1: the key 'why' is missing; add a line 'why: ...'."),
        ("check:\n  phrases: {patterns: [soon]}", "check: {a: {}, b: {}}",
         "line 5: 'check' needs one key, a check's name; write 'check: {NAME: {...}}'."),
        ("  fail:", "  fails:", "line 8: unknown key 'fails'; did you mean 'fail'."),
        ("  pass:\n    - We start in May.\n", "", "line 8: no example under 'pass'; give at least one."),
        ("fix: Say it.", "fix: Say it.\nenabled: maybe", "line 5: 'enabled' is neither yes nor no; write yes or no."),
        ("fix: Say it.", "fix: Say it.\nenabled: no",
         "line 5: the rule is off and does not say why; add a line 'reason: ...'."),
    ],
)  # fmt: skip
def test_a_rule_file_that_is_not_well_formed_is_told_line_and_remedy(tmp_path, old, new, said):
    assert old in RULE
    assert _error(tmp_path, RULE.replace(old, new)) == said


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("phrase: {patterns: [soon]}", "line 6: there is no check 'phrase'; did you mean 'phrases'."),
        ("phrases: {pattern: [soon]}", "line 6: unknown key 'pattern'; did you mean 'patterns'."),
        ("phrases: {patterns: ['(soon']}",
         "line 6: '(soon' is not a regular expression (missing ), unterminated subpattern at position 0); mend it."),
        ("phrases: {patterns: [soon], whole: perhaps}", "line 6: 'whole' is not yes or no; write yes or no."),
        ("missing: {no_column: x}", "line 6: the check 'missing' needs the option 'role'; add a line 'role: ...'."),
    ],
)  # fmt: skip
def test_an_option_the_check_does_not_know_is_told_with_its_line(tmp_path, check, said):
    path = _write(tmp_path, RULE.replace("phrases: {patterns: [soon]}", check))
    loaded = load([tmp_path])
    with pytest.raises(RuleError) as raised:
        packs.prepare(loaded, [r for r in loaded.rules if r.id == "plan/soon"])
    assert str(raised.value) == f"{path}: {said}"
