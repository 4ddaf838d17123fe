"""Writes docs/rules.md, the rules with their reasons and examples, anew: `python docs/renew_rules.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from planlint import packs
from planlint.rule import Example, Rule

PAGE = Path(__file__).parent / "rules.md"
SHOWN = 2
HEAD = """# The rules

Made from the rules themselves by `docs/renew_rules.py`; change the rules, not this page. `planlint explain RULE`
tells the same of one rule with more examples. **Bold** are the words that a finding is about.
"""


def page(rules: Iterable[Rule]) -> str:
    """The page on these rules, as Markdown."""
    found = [HEAD]
    for folder, members in groupby(rules, key=lambda rule: rule.id.rpartition("/")[0]):
        found.append(f"## {folder}\n")
        found += [_rule(rule) for rule in members]
    return "\n".join(found)


def _rule(rule: Rule) -> str:
    off = "" if rule.enabled else f" Off unless selected: {rule.reason}"
    lines = [f"### {rule.id}", "", f"*{rule.severity}.* {_blank(rule.message)}{off}", "", f"{rule.why} {rule.fix}", ""]
    for title, examples in _examples(rule):
        lines += [f"- {title}: {'; '.join(_example(example) for example in examples)}"]
    return "\n".join([*lines, ""])


def _blank(text: str) -> str:
    return re.sub(r"\{\w+\}", "…", text)


def _examples(rule: Rule) -> list[tuple[str, list[Example]]]:
    short = [example for example in rule.examples if not _is_plan(example)]
    kinds = [("addressed", "addressed"), ("mentioned", "mentioned"), ("absent", "left aside")]
    levelled = [(title, [e for e in short if e.level == level][:SHOWN]) for level, title in kinds]
    plain = [("finds", [e for e in short if e.fails][:SHOWN]), ("lets pass", [e for e in short if not e.fails][:SHOWN])]
    wanted = levelled if any(example.level for example in rule.examples) else plain
    return [(title, examples) for title, examples in wanted if examples]


def _is_plan(example: Example) -> bool:
    return (isinstance(example.text, Mapping) and any(k == "plan" or k.endswith(".md") for k in example.text)) or (
        isinstance(example.text, str) and ("\n" in example.text.strip() or "<!--" in example.text)
    )


def _example(example: Example) -> str:
    if isinstance(example.text, Mapping):
        return ", ".join(f"{role.replace('_', ' ')} “{_shown(str(text))}”" for role, text in example.text.items())
    return f"“{_shown(example.text)}”"


def _shown(text: str) -> str:
    plain = re.sub(r"([*_|\[\]`])", r"\\\1", " ".join(text.split()))
    return re.sub(r"<<(.*?)>>", lambda found: f"**{found[1]}**" if found[1] else "", plain)


def renewed() -> str:
    """The page as it should stand."""
    loaded = packs.load()
    return page(packs.with_examples(rule) for rule in loaded.rules)


if __name__ == "__main__":
    PAGE.write_text(renewed(), encoding="utf-8")
