"""The examples in docs/ci.md are what the programs they are for accept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_config, load_manifest

import published
from planlint.cli import planlint

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
HOOKS, WORKFLOW = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


class Loader(yaml.SafeLoader):
    """YAML as GitHub reads it, where `on` is a word."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_the_workflow_is_one_that_github_takes() -> None:
    workflow = yaml.load(WORKFLOW, Loader)
    assert [error.message for error in published.validator(published.WORKFLOW).iter_errors(workflow)] == []
    assert workflow["permissions"]["security-events"] == "write"
    steps = workflow["jobs"]["planlint"]["steps"]
    assert "github/codeql-action/upload-sarif@v3" in [step.get("uses") for step in steps]


def test_the_schema_would_refuse_another() -> None:
    workflow = yaml.load(WORKFLOW.replace("runs-on", "runs_on"), Loader)
    assert not published.validator(published.WORKFLOW).is_valid(workflow)


@pytest.mark.parametrize("command", re.findall(r"planlint (check|diff|cache) ?([^`\n>]*)", PAGE))
def test_every_command_on_the_page_is_one(command: tuple[str, str], tmp_path: Path) -> None:
    name, rest = command
    words = [word for word in rest.split() if word not in ("alone", "in")]
    with planlint.commands[name].make_context(name, words or ["x"], resilient_parsing=True) as context:
        options = {option for parameter in context.command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_the_hooks_on_the_page_are_those_that_are_offered(tmp_path: Path) -> None:
    offered = [hook["id"] for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))]
    assert re.findall(r"^\| `(planlint[\w-]*)` \|", PAGE, re.MULTILINE) == offered
    (tmp_path / "config.yaml").write_text(HOOKS)
    (repository,) = load_config(str(tmp_path / "config.yaml"))["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == ["planlint"]
