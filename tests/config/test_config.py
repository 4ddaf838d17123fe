from __future__ import annotations

import datetime
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from planlint import config
from planlint.config import Config, Configs
from planlint.errors import ConfigError
from planlint.inforce import InForce, put_in_force
from planlint.settings import Settings

DAY = datetime.date(2026, 9, 1)
WHOLE = """
packs: house
select: [actions/*, helix/*]
ignore: plan/placeholder
severity: {helix/*: warning, helix/connect: note}
options:
  actions/missing-lead: {of: action}
per-file:
  "archive/**": {ignore: [actions/*], severity: {helix/connect: error}}
exclude: [drafts/]
today: 2026-10-01
calendar:
  six-terms: yes
  published:
    2026: [2026-09-02/2026-10-23, 2026-11-02/2026-12-18, 2027-01-04/2027-02-12, 2027-02-22/2027-03-25,
           2027-04-12/2027-05-28, 2027-06-07/2027-07-20]
people: {JS: [Jane Smith, deputy headteacher]}
roles: {trust improvement partner: TIP}
vocabulary: {columns: {lead: champion}}
fail-on: warning
"""


def read(folder: Path, text: str, name: str = ".planlint.yaml") -> Config:
    (folder / name).write_text(text, encoding="utf-8")
    return config.load(folder / name, name)


def force(found: Config, **settings: object) -> InForce:
    return put_in_force(Settings(DAY, **settings), found)  # type: ignore[arg-type]


def test_every_setting_knows_its_file_and_line(tmp_path: Path) -> None:
    found = read(tmp_path, "ignore:\n  - plan/placeholder\n  - helix/*\nfail-on: note\n")
    told = [(e.key, e.value, str(e.origin)) for e in found.entries]
    assert told == [
        (("ignore",), "plan/placeholder", ".planlint.yaml, line 2"),
        (("ignore",), "helix/*", ".planlint.yaml, line 3"),
        (("fail-on",), "note", ".planlint.yaml, line 4"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ignor: x", "line 1: unknown key 'ignor'; did you mean 'ignore'."),
        ("a: 1\nb", "line 3, column 1: is not valid YAML"),
        ("severity:\n  plan/placeholder: warn", "line 2: 'plan/placeholder' cannot be 'warn'; did you mean 'warning'."),
        ("fail-on: mistake", "line 1: 'fail-on' cannot be 'mistake'; use one of: error, warning, note, never."),
        ("today: next week", "line 1: 'next week' is not a day; write it as 2026-09-01."),
        ("ignore: {a: b}", "line 1: 'ignore' is not a list of names; write '- ...' lines."),
        ("options: [x]", "line 1: 'options' is not a mapping; write 'name: value' lines."),
        ("per-file:\n  '*.md':\n    ignores: x", "line 3: unknown key 'ignores'; did you mean 'ignore'."),
        ("calendar: {six-terms: perhaps}", "line 1: 'six-terms' is neither yes nor no; write yes or no."),
        ("calendar:\n  published:\n    2026: [a]", "line 3: '2026' does not list six half-terms; write each as 2026-0"),
        ("extends: [x: y]", "line 1: 'extends' names no file or pack; write a name, or a list of names."),
        ("extends: hose.yaml", "line 1: there is no file, folder or installed pack 'hose.yaml'; name a folder of rul"),
    ],
)
def test_what_is_not_right_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f".planlint.yaml: {told}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ignore: actions/mising-lead", "line 1: there is no rule 'actions/mising-lead'; did you mean "),
        ("severity: {helix/conect: note}", "line 1: there is no rule 'helix/conect'; did you mean 'helix/connect'."),
        ("per-file:\n  '*':\n    select: hlix/*", "line 3: there is no rule 'hlix/*'; did you mean 'helix/*'."),
        ("options:\n  actions/missing-leads: {of: x}", "line 2: there is no rule 'actions/missing-leads'; did you"),
        ("packs: nowhere", "line 1: there is no file, folder or installed pack 'nowhere'; name a folder of rules, or"),
        ("vocabulary: {colums: {lead: x}}", "line 1: the vocabulary has no 'colums'; did you mean 'columns'."),
        ("vocabulary: {columns: {leed: x}}", "line 1: the vocabulary has no 'leed'; did you mean 'lead'."),
        ("vocabulary: {columns: {lead: {a: b}}}", "line 1: 'lead' is not a list; write a list."),
    ],
)
def test_names_that_stand_for_nothing_are_told_with_their_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as error:
        force(read(tmp_path, text))
    assert str(error.value).startswith(f".planlint.yaml: {told}")


def test_names_in_settings_for_other_plans_must_be_right_as_well(tmp_path: Path) -> None:
    found = read(tmp_path, "per-file:\n  'archive/**':\n    ignore: [actons/*]")
    with pytest.raises(ConfigError) as error:
        force(found.for_plan(str(tmp_path / "plans" / "a.md")))
    assert str(error.value).startswith(".planlint.yaml: line 3: there is no rule 'actons/*'; did you mean 'actions/*'")


def test_an_option_that_the_check_does_not_have_is_told_with_the_configurations_line(tmp_path: Path) -> None:
    from planlint import packs
    from planlint.errors import RuleError

    found = force(read(tmp_path, "options:\n  actions/missing-lead:\n    roles: lead"))
    with pytest.raises(RuleError) as error:
        packs.prepare(found.packs, found.rules)
    assert str(error.value) == ".planlint.yaml: line 3: unknown key 'roles'; did you mean 'role'."


def test_a_kind_of_plan_that_there_is_not_is_told_with_the_configurations_line(tmp_path: Path) -> None:
    from planlint import packs
    from planlint.errors import RuleError

    found = force(read(tmp_path, "options:\n  actions/missing-lead:\n    kinds: [acton-plan]"))
    with pytest.raises(RuleError) as error:
        packs.prepare(found.packs, found.rules)
    assert str(error.value) == ".planlint.yaml: line 3: 'kinds' cannot be 'acton-plan'; did you mean 'action-plan'."


def test_what_is_extended_comes_first_and_the_nearer_file_is_stronger(tmp_path: Path) -> None:
    read(tmp_path, "ignore: helix/connect\nfail-on: note\nselect: helix/*\nseverity: {plan/*: note}", "house.yaml")
    found = read(tmp_path, "extends: house.yaml\nignore: plan/*\nselect: actions/*\nseverity: {helix/*: note}")
    assert found.texts("ignore") == ("helix/connect", "plan/*")
    assert found.texts("select") == ("actions/*",)
    assert found.tree("severity") == {"plan/*": "note", "helix/*": "note"}
    assert (found.value("fail-on"), found.files) == ("note", ("house.yaml", ".planlint.yaml"))


def test_a_file_that_is_not_there_is_told_with_the_nearest_that_is(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "house.yaml").write_text("fail-on: note\n")
    with pytest.raises(ConfigError) as error:
        read(tmp_path, "extends: house/hose.yaml")
    assert str(error.value).endswith("installed pack 'house/hose.yaml'; did you mean 'house/house.yaml'.")


def test_files_that_extend_each_other_are_told(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("extends: a.yaml\n")
    with pytest.raises(ConfigError) as error:
        read(tmp_path, "extends: b.yaml", "a.yaml")
    assert str(error.value) == "b.yaml: line 1: 'a.yaml' extends this file in turn; take one of the two out."


def test_the_nearest_file_holds_up_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / "repo" / "plans" / "old").mkdir(parents=True)
    (tmp_path / ".planlint.yaml").write_text("")
    plan = str(tmp_path / "repo" / "plans" / "old" / "a.md")
    assert config.find(plan) is None
    (tmp_path / "repo" / ".git").mkdir()
    assert config.find(plan) is None
    top = tmp_path / "repo" / ".planlint.yaml"
    top.write_text("")
    assert config.find(plan) == top
    near = tmp_path / "repo" / "plans" / ".planlint.yaml"
    near.write_text("")
    assert config.find(plan) == near


def test_globs_are_relative_to_the_file_that_has_them(tmp_path: Path) -> None:
    found = read(tmp_path, "exclude: [drafts/]\nper-file:\n  'archive/**': {ignore: helix/*}")
    assert found.leaves_out(str(tmp_path / "drafts" / "a.md"))
    assert not found.leaves_out(str(tmp_path / "plans" / "a.md"))
    assert found.for_plan(str(tmp_path / "archive" / "2024" / "a.md")).texts("ignore") == ("helix/*",)
    assert found.for_plan(str(tmp_path / "plans" / "a.md")).texts("ignore") == ()


def test_what_a_configuration_is_made_of_is_no_plan_in_a_search(tmp_path: Path) -> None:
    for name in ("plans/a.md", "house/house.yaml", "ours/pack.yaml", "ours/x/rule.yaml", "other/b.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("fail-on: note\n")
    (tmp_path / ".planlint.yaml").write_text("extends: house/house.yaml\npacks: [ours, .]\n")
    configs = Configs(Settings(DAY, config=tmp_path / ".planlint.yaml"))
    left = {n: configs.excluded(str(tmp_path / n)) for n in ("plans/a.md", "house/house.yaml", "ours/x/rule.yaml")}
    assert [entry and entry.key for entry in left.values()] == [None, ("extends",), ("packs",)]
    assert configs.excluded(str(tmp_path / "other" / "b.yaml")) is None


def test_the_whole_is_put_in_force_and_the_command_line_is_stronger(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    found = read(tmp_path, WHOLE).for_plan(str(tmp_path / "a.md"))
    told = force(found, today_given=False)
    assert {r.id.split("/")[0] for r in told.rules} == {"actions", "helix"}
    assert {told.weights["helix/connect"], told.weights["helix/use-evidence"]} == {"note", "warning"}
    assert (told.today, told.fail_on) == (datetime.date(2026, 10, 1), "warning")
    assert "champion" in told.packs.vocabulary.part("columns")["lead"]
    said = force(found, select=("plan/placeholder",), fail_on="never")
    assert ([r.id for r in said.rules], said.today, said.fail_on) == (["plan/placeholder"], DAY, "never")


def test_mandatory_rules_run_unchanged_whatever_is_configured(tmp_path: Path) -> None:
    found = read(tmp_path, "select: plan/placeholder\nseverity: {'*': note}\nignore: helix/connect")
    told = force(found, mandatory=("helix/connect",))
    assert [(r.id, r.severity) for r in told.rules] == [("helix/connect", "error"), ("plan/placeholder", "note")]
    assert told.mandatory == {"helix/connect"}


def test_a_version_of_the_rules_that_is_not_there_is_told() -> None:
    assert force(Config(), ruleset="2026.1").rules
    with pytest.raises(ConfigError) as error:
        force(Config(), ruleset="2025.2")
    assert str(error.value) == (
        "--ruleset: this planlint does not have the rules of 2025.2; "
        "ask for 2026.1, which it has, or install the planlint that has 2025.2."
    )


def test_the_same_settings_have_the_same_fingerprint_wherever_they_stand(tmp_path: Path) -> None:
    one = read(tmp_path, "ignore: helix/*", "a.yaml")
    other = read(tmp_path, "# the house's\n\nignore: [helix/*]", "b.yaml")
    assert one.fingerprint() == other.fingerprint() != read(tmp_path, "ignore: plan/*").fingerprint()


def test_the_schema_takes_what_the_reader_takes() -> None:
    file = Path(config.__file__).parents[1] / "schemas" / "config.json"
    schema = jsonschema.Draft202012Validator(json.loads(file.read_text(encoding="utf-8")))
    whole = json.loads(json.dumps(yaml.load(WHOLE, yaml.BaseLoader)))
    assert list(schema.iter_errors(whole)) == []
    for wrong in ({"ignor": []}, {"fail-on": "mistake"}, {"severity": {"a": "b"}}, {"today": "soon"}):
        assert not schema.is_valid(wrong), wrong
    from planlint.config.keys import KEYS

    assert sorted(schema.schema["properties"]) == sorted([*KEYS, "extends"])
