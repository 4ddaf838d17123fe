"""A rule as loaded, and the remark a check makes with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from planlint.plan import Location

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
HOUR = "hour"
EFFORTS = ("minutes", HOUR, "meeting")  # from least to most; an hour unless a rule says otherwise


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule.

    text:    a passage, or a mapping of roles to texts (one row), or a whole small plan in Markdown, with the
             places of expected findings marked <<like this>>.
    fails:   True if the rule must give exactly the marked findings, False if it must give none.
    level:   for coverage rules: "addressed", "mentioned" or "absent".
    line:    its line in the rule file.
    """

    text: str | Mapping[str, Any]
    fails: bool
    level: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file.

    id:       the file's path below its pack ("actions/missing-lead").
    message:  what is said, with {names} that the check fills in.
    severity: what a finding counts as by default.
    why, fix: for people who run schools.
    check:    the check's name; options: its keyword arguments as written.
    enabled:  False for a rule that is off unless selected by its whole id.
    reason:   why it is off or only a note.
    extra:    what only some rules have, by key: "mentioned", "question" (what a board may ask), "would_count" (a
              passage that would do), "effort" (one of EFFORTS).
    """

    id: str
    pack: str
    message: str
    severity: Severity
    why: str
    fix: str
    check: str
    options: Mapping[str, Any]
    examples: tuple[Example, ...] = ()
    sources: tuple[str, ...] = ()
    enabled: bool = True
    reason: str = ""
    path: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check yields: where, the words it rests on, and the values for the rule's message.

    found:    what stands in the plan, "" if the remark is about something that is missing.
    context:  the text of the block or whole action it is about; None for a remark on the whole plan.
    values:   names for the message besides {found} and {place}.
    severity: set only where one check gives remarks of different weight.
    message:  overrides the rule's message where one check gives remarks of different kinds.
    """

    location: Location
    found: str = ""
    context: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None
    message: str | None = None
