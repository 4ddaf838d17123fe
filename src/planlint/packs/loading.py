"""Rule files to Rules: which keys a rule has, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planlint import datafile, vocabulary
from planlint.datafile import LinedDict, LinedList
from planlint.errors import RuleError
from planlint.packs.examples import read_examples
from planlint.packs.models import Model, read_model
from planlint.packs.options import TRUTH, as_text
from planlint.rule import EFFORTS, HOUR, SEVERITIES, Rule, Severity
from planlint.vocabulary import Vocabulary, rules_folder

KEYS = (
    "message", "mentioned", "school_message", "severity", "why", "fix", "question", "would_count", "effort", "check",
    "examples", "sources", "enabled", "reason",
)  # fmt: skip
EXTRA = ("mentioned", "school_message", "question", "would_count", "effort")
NOT_RULES = ("vocabulary", "checks", "pack.yaml", "config.yaml")
REQUIRED = ("message", "severity", "why", "fix", "check", "examples")
_TOP_KEY = re.compile(r"^[^\s#]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Packs:
    """Everything that was loaded: rules in order of id, models, each pack's version, and the vocabulary of all.

    folders: the packs beside the built-in one whose checks may run.
    """

    rules: tuple[Rule, ...]
    models: tuple[Model, ...]
    versions: Mapping[str, str]
    vocabulary: Vocabulary
    folders: tuple[Path, ...] = field(default=())

    def rule(self, id: str) -> Rule | None:
        """The rule of that id, with its examples; None if there is none."""
        found = next((r for r in self.rules if r.id == id), None)
        return found and with_examples(found)


def load(folders: Iterable[Path] = (), without_checks: Iterable[Path] = ()) -> Packs:
    """The built-in pack and those in `folders`; a later pack's rule takes the place of an earlier one of that id.

    without_checks: packs that nobody has named in a configuration; their checks are not run.
    Rules come without their examples, which cost more than all else to read: `with_examples` adds them.
    Raises RuleError at the first file that is not well formed.
    """
    named = tuple(folders)
    extra = (*named, *(folder for folder in without_checks if folder.resolve() not in [n.resolve() for n in named]))
    rules: dict[str, Rule] = {}
    models: dict[str, Model] = {}
    versions: dict[str, str] = {}
    for folder in (rules_folder(), *extra):
        if not folder.is_dir():
            raise RuleError(str(folder), "is not a folder", "name a folder that holds rules")
        name, version = _pack(folder)
        versions[name] = version
        for path in sorted(folder.rglob("*.yaml")):
            inside = path.relative_to(folder)
            if inside.parts[0] in NOT_RULES:
                continue
            if path.name == "model.yaml":
                models[path.parent.name] = read_model(path)
                continue
            found = read_rule(path, inside.with_suffix("").as_posix(), name, examples=False)
            rules[found.id] = found
    ordered = tuple(rules[id] for id in sorted(rules))
    return Packs(ordered, tuple(models.values()), versions, vocabulary.load(extra), named)


def _pack(folder: Path) -> tuple[str, str]:
    path = folder / "pack.yaml"
    if not path.is_file():
        return folder.name, ""
    found = datafile.load(path)
    datafile.expect_keys(found, ["name", "version"], str(path))
    return str(found.get("name", folder.name)), str(found.get("version", ""))


def with_examples(rule: Rule) -> Rule:
    """The same rule with its examples read from its file."""
    return rule if rule.examples else read_rule(Path(rule.path), rule.id, rule.pack)


def read_rule(path: Path, id: str, pack: str, examples: bool = True) -> Rule:
    """The rule in this file. Raises RuleError with the line for what is missing, unknown or of the wrong kind."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise RuleError(str(path), f"cannot be read ({problem})", "check the file") from problem
    found = datafile.loads(text if examples else _without_examples(text), str(path))
    datafile.expect_keys(found, KEYS, str(path))
    for key in REQUIRED:
        if key not in found:
            raise RuleError(str(path), f"the key '{key}' is missing", f"add a line '{key}: ...'", f"line {found.line}")
    check, options = _check(found, path)
    return Rule(
        id=id, pack=pack, path=str(path), check=check, options=options,
        message=_text(found, "message", path), severity=_severity(found, path),
        why=_text(found, "why", path), fix=_text(found, "fix", path),
        examples=read_examples(found, str(path)) if examples else (),
        sources=_texts(found, "sources", path), reason=_text(found, "reason", path), enabled=_enabled(found, path),
        extra=_extra(found, path),
    )  # fmt: skip


def _extra(found: LinedDict, path: Path) -> dict[str, str]:
    extra = {key: _text(found, key, path) for key in EXTRA if key in found}
    effort = extra.get("effort", HOUR)
    if effort not in EFFORTS:
        hint = datafile.nearest(effort, EFFORTS)
        remedy = f"did you mean '{hint}'" if hint else f"use one of: {', '.join(EFFORTS)}"
        raise RuleError(str(path), f"unknown effort '{effort}'", remedy, f"line {found.lines['effort']}")
    return extra


def _without_examples(text: str) -> str:
    """The text with the lines below `examples:` blanked, so that the others keep their numbers."""
    start = re.search(r"^examples:", text, re.MULTILINE)
    if not start:
        return text
    after = _TOP_KEY.search(text, start.end())
    end = after.start() if after else len(text)
    return text[: start.end()] + "\n" * text.count("\n", start.end(), end) + text[end:]


def _check(found: LinedDict, path: Path) -> tuple[str, LinedDict]:
    value, line = found["check"], found.lines["check"]
    if isinstance(value, str) and value.strip():
        empty = LinedDict()
        empty.line, empty.lines = line, {}
        return value.strip(), empty
    if not isinstance(value, LinedDict) or len(value) != 1:
        raise RuleError(
            str(path), "'check' needs one key, a check's name", "write 'check: {NAME: {...}}'", f"line {line}"
        )
    name, options = next(iter(value.items()))
    if options is None:
        options = LinedDict()
        options.line, options.lines = value.lines[name], {}
    if not isinstance(options, LinedDict):
        place = f"line {value.lines[name]}"
        raise RuleError(str(path), f"the options of '{name}' are not 'name: value' pairs", "write them so", place)
    return name, options


def _severity(found: LinedDict, path: Path) -> Severity:
    value = _text(found, "severity", path)
    for severity in SEVERITIES:
        if value == severity:
            return severity
    hint = datafile.nearest(value, SEVERITIES)
    remedy = f"did you mean '{hint}'" if hint else f"use one of: {', '.join(SEVERITIES)}"
    raise RuleError(str(path), f"unknown severity '{value}'", remedy, f"line {found.lines['severity']}")


def _enabled(found: LinedDict, path: Path) -> bool:
    if "enabled" not in found:
        return True
    value = TRUTH.get((as_text(found["enabled"]) or "").lower())
    if value is None:
        raise RuleError(
            str(path), "'enabled' is neither yes nor no", "write yes or no", f"line {found.lines['enabled']}"
        )
    if not value and not found.get("reason"):
        place = f"line {found.lines['enabled']}"
        raise RuleError(str(path), "the rule is off and does not say why", "add a line 'reason: ...'", place)
    return value


def _text(found: LinedDict, key: str, path: Path) -> str:
    value = found.get(key, "")
    if not isinstance(value, str) or (key in REQUIRED and not value.strip()):
        raise RuleError(str(path), f"'{key}' is not a text", "write words after it", f"line {found.lines[key]}")
    return " ".join(value.split())


def _texts(found: LinedDict, key: str, path: Path) -> tuple[str, ...]:
    value = found.get(key, ())
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, LinedList | tuple) or not all(isinstance(item, str) for item in value):
        raise RuleError(str(path), f"'{key}' is not a list of texts", "write '- ...' lines", f"line {found.lines[key]}")
    return tuple(value)
