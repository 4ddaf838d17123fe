"""All cues of all rules in one machine, and one pass over a plan."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from planlint.language.cues import Cue
from planlint.language.hits import Hits
from planlint.units import Unit


class Matcher:
    """Finds groups of cues: a group is a rule's list of cues, a list of false friends, a frame, anything with a key."""

    def __init__(self, groups: Mapping[Hashable, Sequence[Cue]]) -> None:
        self.groups = dict(groups)

    def find(self, units: Sequence[Unit]) -> Hits:
        """Every hit of every group in these units, in one pass."""
        raise NotImplementedError
