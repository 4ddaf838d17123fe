"""A model: named components in strands, as a pack's `model.yaml` gives them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from planlint import datafile
from planlint.datafile import LinedDict, LinedList
from planlint.errors import RuleError


@dataclass(frozen=True, slots=True)
class Part:
    """One component of a model: its id, its name for people, and the id and name of its strand."""

    id: str
    name: str
    strand: str
    strand_name: str


@dataclass(frozen=True, slots=True)
class Model:
    """A set of components in the order of the model. The rule `ID/COMPONENT` says how a component is found."""

    id: str
    name: str
    parts: tuple[Part, ...]

    def rule(self, part: Part) -> str:
        """The id of the rule that looks for this component."""
        return f"{self.id}/{part.id}"


def read_model(path: Path) -> Model:
    """The model in this file; its id is its folder's name. Raises RuleError."""
    found = datafile.load(path)
    datafile.expect_keys(found, ["name", "source", "strands"], str(path))
    parts: list[Part] = []
    for strand in _mappings(found, "strands", path):
        datafile.expect_keys(strand, ["id", "name", "components"], str(path))
        for item in _mappings(strand, "components", path):
            datafile.expect_keys(item, ["id", "name"], str(path))
            parts.append(
                Part(
                    _text(item, "id", path),
                    _text(item, "name", path),
                    _text(strand, "id", path),
                    _text(strand, "name", path),
                )
            )
    return Model(path.parent.name, str(found.get("name", path.parent.name)), tuple(parts))


def _mappings(found: LinedDict, key: str, path: Path) -> list[LinedDict]:
    value = found.get(key)
    if not isinstance(value, LinedList) or not all(isinstance(item, LinedDict) for item in value):
        line = found.lines.get(key, found.line)
        raise RuleError(str(path), f"'{key}' is not a list of mappings", "write each as '- id: ...'", f"line {line}")
    return list(value)


def _text(found: LinedDict, key: str, path: Path) -> str:
    value = found.get(key)
    if not isinstance(value, str) or not value:
        raise RuleError(str(path), f"'{key}' is missing", f"write '{key}: ...'", f"line {found.line}")
    return value
