"""The README shows what planlint does, not what it once did."""

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_session_and_the_table_of_rules_are_up_to_date() -> None:
    renew = runpy.run_path(str(ROOT / "docs" / "renew_readme.py"))["renew"]
    assert renew(README) == README, "run python docs/renew_readme.py"


def test_two_commands_do_all_the_set_up() -> None:
    # .ci/run types them as they stand here.
    commands = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
    lint = "pip install . && planlint check fixtures/strong-school.docx"
    assert commands == [lint, "pip install '.[test]' && pytest"]


def test_every_file_it_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", README) + re.findall(r"fixtures/[\w.-]+\w", README)
    assert [name for name in named if not (ROOT / name).exists()] == []
