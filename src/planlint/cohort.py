"""Several plans side by side, as a check that looks across them is given them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Member:
    """One plan of the cohort: what it is, and what a rule's check gathered from it while it was open.

    levels:   each component of each model ("helix/connect") to its level.
    gathered: plain data (texts, numbers, lists, mappings), whatever the check's `gather` gave.
    """

    path: str
    title: str
    kind: str
    scope: Literal["trust", "school"] | None
    levels: Mapping[str, str] = field(default_factory=dict)
    gathered: Any = None


@dataclass(frozen=True, slots=True)
class Cohort:
    """The plans of a folder, in their order.

    names: what people call each component ("helix/connect" to "Connect").
    """

    folder: str
    members: tuple[Member, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, at: int) -> str:
        """What the plan at this place is called: its path from the folder down."""
        return PurePath(os.path.relpath(self.members[at].path, self.folder)).as_posix()
