"""`planlint new-rule`: a rule file to start from."""

from __future__ import annotations

import re
from pathlib import Path

import click

from planlint.cli import streams
from planlint.cli.here import PACK, packs_of
from planlint.errors import ConfigError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+")
RULES = "rules"
TEXT = """\
# What is said of the plan. {{found}} is the passage, {{place}} where it stands.
message: "'{{found}}' is {name}."
severity: warning
why: Say in a sentence why this matters to people who run schools.
fix: Say in a sentence what to do about it.
check:
  phrases:
    # One cue a line; docs/cues.md tells how they are written.
    cues: |
      {name}
# They are the rule's tests: 'planlint test' runs them. <<So>> are the words marked that it is to find.
examples:
  fail:
    - "The plan holds a <<{name}>>."
  pass:
    - "The plan holds nothing of the kind."
"""


@click.command("new-rule", short_help="Write a rule file to start from.")
@click.argument("rule", metavar="ID")
@click.option("--pack", metavar="FOLDER", default=RULES, show_default=True, help="The folder of your rules.")
def new_rule(rule: str, pack: str) -> int:
    """Write a rule file to start from, which already passes 'planlint test'.

    ID is a folder and a name, as in 'ours/vague-verb'. A configuration with
    'packs: [FOLDER]' puts the rules of the folder to plans.
    """
    if not _ID.fullmatch(rule):
        remedy = "write small letters, digits and hyphens, as in 'ours/vague-verb'"
        raise ConfigError("planlint new-rule", f"'{rule}' cannot name a rule", remedy)
    folder = Path(pack)
    if packs_of([]).rule(rule):
        raise ConfigError("planlint new-rule", f"there is a rule '{rule}' already", "choose another name")
    file = folder / f"{rule}.yaml"
    if file.exists():
        raise ConfigError(str(file), "is there already", "choose another name")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        what = f"cannot be made ({problem.strerror})"
        raise ConfigError(str(file.parent), what, "choose another folder") from problem
    if not (folder / PACK).exists():
        name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "ours"
        streams.write_file(str(folder / PACK), f'name: {name}\nversion: "1"\n')
    streams.write_file(str(file), TEXT.format(name=rule.rpartition("/")[2].replace("-", " ")))
    streams.write(f"{file}\nTry it with: planlint test {file}\n")
    if folder.resolve() not in [known.resolve() for known in packs_of([]).folders]:
        streams.write(f"To put it to plans, write in .planlint.yaml: packs: [{folder.as_posix()}]\n")
    return 0
