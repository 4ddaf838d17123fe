"""What is in force for a plan: rules and vocabulary as its configuration and the command line want them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from planlint import datafile, packs, selection
from planlint.config import Config, Entry
from planlint.datafile import LinedDict, LinedList
from planlint.errors import ConfigError
from planlint.packs import Packs
from planlint.rule import Rule, Severity
from planlint.settings import Settings
from planlint.vocabulary import Vocabulary

BUILT_IN = "planlint"
COLUMNS = "columns"


@dataclass(frozen=True)
class InForce:
    """What holds for the plans of one configuration.

    packs:      everything that was loaded, with the configuration's options, weights and words.
    rules:      those that run, in order of id.
    weights:    the weight of a rule's findings where the configuration sets it.
    fail_on:    the least weight that fails a plan, or "never".
    mandatory:  ids of the rules that cannot be silenced.
    """

    config: Config
    packs: Packs
    rules: tuple[Rule, ...]
    weights: Mapping[str, Severity]
    today: datetime.date
    fail_on: str
    mandatory: frozenset[str]


def put_in_force(settings: Settings, config: Config) -> InForce:
    """What holds where this is the configuration, with its `per-file` settings settled.

    Raises ConfigError for a rule, part of the vocabulary or version that is not there, and RuleError for a rule file
    that is not well formed.
    """
    folders = tuple(packs.find_pack(str(e.value), e.origin.folder) for e in _packs(config))
    loaded = packs.load(tuple(dict.fromkeys((*folders, *settings.folders))))
    _check_version(settings.ruleset, loaded)
    for name in settings.mandatory:
        selection.expect(name, loaded.rules, "--mandatory")
    mandatory = frozenset(r.id for r in loaded.rules if _any_means(settings.mandatory, r))
    _check_rules(config, loaded.rules)
    weights = dict(_weights(config, loaded.rules, mandatory))
    rules = tuple(_adapted(rule, config, weights) if rule.id not in mandatory else rule for rule in loaded.rules)
    loaded = replace(loaded, rules=rules, vocabulary=_vocabulary(loaded.vocabulary, config))
    return InForce(
        config, loaded, _selected(settings, config, rules, mandatory), weights,
        settings.today if settings.today_given else config.today() or settings.today,
        settings.fail_on or config.value("fail-on") or "error", mandatory,
    )  # fmt: skip


def _packs(config: Config) -> Iterator[Entry]:
    for entry in config.under("packs"):
        try:
            packs.find_pack(str(entry.value), entry.origin.folder)
        except ConfigError as error:
            raise ConfigError(entry.origin.path, error.what, error.remedy, _line(entry)) from error
        yield entry


def _line(entry: Entry) -> str:
    return f"line {entry.origin.line}"


def _check_version(wanted: str | None, loaded: Packs) -> None:
    there = loaded.versions.get(BUILT_IN, "")
    if wanted is not None and wanted != there:
        remedy = f"ask for {there}, which it has, or install the planlint that has {wanted}"
        raise ConfigError("--ruleset", f"this planlint does not have the rules of {wanted}", remedy)


def _check_rules(config: Config, known: tuple[Rule, ...]) -> None:
    """Raises ConfigError at the first name in the configuration that stands for no rule."""
    for entry in (*config.entries, *config.elsewhere):
        key = entry.key[2:] if entry.key[0] == "per-file" else entry.key
        if key[0] in ("select", "ignore"):
            selection.expect(str(entry.value), known, entry.origin.path, _line(entry))
        elif key[0] == "severity":
            selection.expect(key[1], known, entry.origin.path, _line(entry))
        elif key[0] == "options" and key[1] not in [r.id for r in known]:
            hint = datafile.nearest(key[1], [r.id for r in known])
            remedy = f"did you mean '{hint}'" if hint else "planlint rules lists them all"
            raise ConfigError(entry.origin.path, f"there is no rule '{key[1]}'", remedy, _line(entry))


def _any_means(names: Iterable[str], rule: Rule) -> bool:
    return any(selection.means(name, rule) for name in names)


def _weights(config: Config, rules: tuple[Rule, ...], mandatory: frozenset[str]) -> Iterator[tuple[str, Severity]]:
    for entry in config.under("severity"):
        yield from ((r.id, entry.value) for r in rules if selection.means(entry.key[1], r) and r.id not in mandatory)


def _adapted(rule: Rule, config: Config, weights: Mapping[str, Severity]) -> Rule:
    """The rule with the configuration's weight and options; `set_in` tells which file an option comes from."""
    changed = replace(rule, severity=weights.get(rule.id, rule.severity))
    given = config.under("options", rule.id)
    if not given:
        return changed
    options = LinedDict(rule.options)
    options.line, options.lines = getattr(rule.options, "line", 1), dict(getattr(rule.options, "lines", {}))
    for entry in given:
        options[entry.key[2]] = entry.value
        options.lines[entry.key[2]] = entry.origin.line
    return replace(changed, options=options, extra={**rule.extra, "set_in": {e.key[2]: e.origin.path for e in given}})


def _selected(
    settings: Settings, config: Config, rules: tuple[Rule, ...], mandatory: frozenset[str]
) -> tuple[Rule, ...]:
    # What the command line selects runs, whatever a configuration leaves out.
    wanted = settings.select or config.texts("select")
    unwanted = (*settings.ignore, *(() if settings.select else config.texts("ignore")))
    for option, names in (("--select", settings.select), ("--ignore", settings.ignore)):
        for name in names:
            selection.expect(name, rules, option)
    chosen = {r.id for r in selection.select(rules, wanted, unwanted)} | mandatory
    return tuple(r for r in rules if r.id in chosen)


def _vocabulary(vocabulary: Vocabulary, config: Config) -> Vocabulary:
    parts: dict[str, dict[str, Any]] = {}
    for entry in config.under("vocabulary"):
        part, key = entry.key[1:3]
        _check_part(entry, vocabulary)
        there = vocabulary.part(part).get(key)
        parts.setdefault(part, {})[key] = _like(there, entry)
    people = {
        **({"own": config.tree("people")} if config.under("people") else {}),
        **({"roles": {e.key[1]: [e.key[1], *e.value] for e in config.under("roles")}} if config.under("roles") else {}),
    }
    calendar = config.tree("calendar")
    own = {"six terms": calendar.get("six-terms", False), "published": calendar.get("published", {})}
    given = {"people": people, "calendar": {"own": own} if calendar else {}}
    extended = vocabulary.extended(parts) if parts else vocabulary
    return extended.extended({n: part for n, part in given.items() if part}) if any(given.values()) else extended


def _check_part(entry: Entry, vocabulary: Vocabulary) -> None:
    part, key = entry.key[1:3]
    for name, known in ((part, sorted(vocabulary.paths)), (key, sorted(vocabulary.part(part)))):
        if name not in known and (name == part or part == COLUMNS):
            hint = datafile.nearest(name, known)
            remedy = f"did you mean '{hint}'" if hint else f"use one of: {', '.join(known)}"
            raise ConfigError(entry.origin.path, f"the vocabulary has no '{name}'", remedy, _line(entry))


def _like(there: Any, entry: Entry) -> Any:
    """The value in the shape of what the vocabulary has there: one word where a list stands is a list of one."""
    value = entry.value
    if isinstance(there, list) and isinstance(value, str):
        alone = LinedList([value])
        alone.line, alone.lines = entry.origin.line, [entry.origin.line]
        return alone
    if there is not None and _kind(there) != _kind(value):
        kind = _kind(there)
        raise ConfigError(entry.origin.path, f"'{entry.key[-1]}' is not {kind}", f"write {kind}", _line(entry))
    return value


def _kind(value: Any) -> str:
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "a single value"
