"""Writes the session and the table of rules in README.md anew: `python docs/renew_readme.py`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from planlint import packs
from planlint.rule import Rule

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SESSION = ("planlint check fixtures/middling-trust.docx",)


def renew(text: str) -> str:
    """The README with what is made in it made anew."""
    return _between(_between(text, "session", session()), "rules", table_of_rules(packs.load().rules))


def session() -> str:
    """What someone types and what planlint answers, as Markdown."""
    return "\n\n".join(f"```console\n$ {command}\n{answer(command)}```" for command in SESSION)


def answer(command: str) -> str:
    """What the command prints when typed in this checkout."""
    words = [word.strip("'") for word in command.split()]
    run = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    if run.stderr or run.returncode > 1:
        raise RuntimeError(f"{command}: {run.stderr}")
    return run.stdout


def table_of_rules(rules: tuple[Rule, ...]) -> str:
    """One row a rule, as Markdown."""
    rows = [f"| `{r.id}` | {r.severity if r.enabled else 'off'} | {_cell(r.message)} |" for r in rules]
    return "\n".join(["| Rule | Weight | What it says |", "|---|---|---|", *rows])


def _cell(message: str) -> str:
    return re.sub(r"\{\w+\}", "…", " ".join(message.split())).replace("|", "\\|")


def _between(text: str, name: str, made: str) -> str:
    start, end = f"<!-- {name}: made by docs/renew_readme.py -->", f"<!-- end of {name} -->"
    before, after = text.split(start)[0], text.split(end)[1]
    return f"{before}{start}\n{made}\n{end}{after}"


if __name__ == "__main__":
    README.write_text(renew(README.read_text(encoding="utf-8")), encoding="utf-8")
