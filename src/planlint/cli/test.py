"""`planlint test`: rules tried on their own examples."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planlint.cli import streams
from planlint.cli.here import packs_of
from planlint.config.finding import shown

if TYPE_CHECKING:
    from planlint.packs import Packs
    from planlint.packs.trying import ExampleResult
    from planlint.reporters.page import Page
    from planlint.rule import Rule

OUTCOMES = ("ok", "missed", "noisy", "wrong span")
_NOT_RULES = ("pack.yaml", "model.yaml", "config.yaml")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILES...]")
def test(files: tuple[str, ...]) -> int:
    """Try rules on their own examples.

    FILES are rule files or folders of them; without any, all rules are tried:
    the built-in ones, and those of the packs that .planlint.yaml names. Says
    of each example that does not hold: missed (too little was found), noisy
    (too much), or wrong span (not where it is marked).

    Status: 0 all examples hold, 1 some do not, 2 a rule file is not well formed.
    """
    from planlint.packs.trying import try_rules
    from planlint.reporters.page import Page

    loaded = packs_of(map(Path, files))
    rules = [_read(path, loaded) for path in _rule_files(files)] if files else list(loaded.rules)
    paths = {rule.id: rule.path for rule in rules}
    page = Page(streams.columns(), not streams.speaks_unicode(sys.stdout))
    outcomes: Counter[str] = Counter()
    for result in try_rules(loaded, rules):
        outcomes[result.outcome] += 1
        if result.outcome != "ok":
            _add_result(page, result, shown(Path(paths[result.rule])))
    page.blank()
    counted = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in OUTCOMES)
    page.add(f"{len(rules)} rules, {outcomes.total()} examples: {counted}.")
    streams.write(page.text())
    return 0 if outcomes.total() == outcomes["ok"] else 1


def _add_result(page: Page, result: ExampleResult, path: str) -> None:
    text = result.example.text if isinstance(result.example.text, str) else str(dict(result.example.text))
    page.add((result.outcome, "bold"), f"  {path}, line {result.line}", hang=2)
    page.add(" ".join(text.split()), indent=4)
    page.add(f"expected {_told(result.expected)}; found {_told(result.found)}", indent=4)


def _told(passages: tuple[str, ...]) -> str:
    return ", ".join(f"'{' '.join(p.split())}'" if p else "a remark" for p in passages) or "nothing"


def _rule_files(files: tuple[str, ...]) -> list[Path]:
    found: list[Path] = []
    for name in files:
        path = Path(name)
        if path.is_dir():
            inside = sorted(path.rglob("*.yaml"))
            found += [p for p in inside if p.name not in _NOT_RULES and "vocabulary" not in p.parts]
        else:
            found.append(path)
    return found


def _read(path: Path, loaded: Packs) -> Rule:
    from planlint import packs

    known = next((rule for rule in loaded.rules if Path(rule.path).resolve() == path.resolve()), None)
    if known:
        return packs.with_examples(known)
    whole = path.resolve()
    return packs.read_rule(path, f"{whole.parent.name}/{whole.stem}", whole.parent.name)
