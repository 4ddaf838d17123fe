"""Which rules run: what the user selects and leaves out, by id or by the beginning of an id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from planlint import datafile
from planlint.errors import ConfigError
from planlint.rule import Rule


def select(rules: Iterable[Rule], wanted: Sequence[str], unwanted: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that are wanted (all that are on, if nothing is named) without the unwanted, in their order.

    A name is a rule's id ("actions/missing-lead") or stands for several ("actions/*", "actions"). A rule that is off
    runs only if its whole id is wanted. Raises ConfigError for a name that stands for no rule, with the nearest one.
    """
    known = tuple(rules)
    for option, names in (("--select", wanted), ("--ignore", unwanted)):
        for name in names:
            expect(name, known, option)
    return tuple(
        rule
        for rule in known
        if not any(means(name, rule) for name in unwanted)
        and (rule.id in wanted or (rule.enabled and (not wanted or any(means(name, rule) for name in wanted))))
    )


def names(values: Iterable[str]) -> tuple[str, ...]:
    """The names in values that may hold several, parted by commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def means(name: str, rule: Rule) -> bool:
    """Whether the name is this rule's id or stands for it."""
    return rule.id == name or fnmatchcase(rule.id, name) or rule.id.startswith(name.rstrip("/") + "/")


def expect(name: str, known: Sequence[Rule], where: str, place: str = "") -> None:
    """Raises ConfigError, about the option or file `where`, unless the name stands for one of the rules."""
    if any(means(name, rule) for rule in known):
        return
    ids = [rule.id for rule in known]
    folders = sorted({id.rsplit("/", 1)[0] for id in ids if "/" in id})
    hint = datafile.nearest(name, [*ids, *(f"{folder}/*" for folder in folders)])
    remedy = f"did you mean '{hint}'" if hint else "planlint rules lists them all"
    raise ConfigError(where, f"there is no rule '{name}'", remedy, place)
