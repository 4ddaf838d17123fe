"""The passage that speaks best for a component, and why one was set aside, in plain words."""

from __future__ import annotations

import re

from planlint.report import DECLARED, Component, Evidence
from planlint.reporters.plain import one_line, shorten

# What the reasons for setting a passage aside mean to a person who reads the report.
SET_ASIDE = {
    "weak cue": "too general to count",
    "label only": "only a name or a heading",
    "left open": "a place that the template holds open",
    "nothing concrete": "nothing says who, when or how",
    "hoped": "a hope, not yet an action",
    "supposed": "an if or a may",
    "past": "about the past",
    "long past": "about years gone by",
    "negated": "says it is not there",
    "false friend": "meant in another sense",
    "other theme": "about something else",
    "ended": "about something that ends",
    DECLARED: "its author says that it stands there",
}
_NO_MENTION = ("negated", "false friend")
_WORD = re.compile(r"[a-z][\w'’-]*", re.IGNORECASE)


def best(component: Component) -> Evidence | None:
    """The passage to show: one that counts, else where its author says it stands, else one that mentions it, else one
    that says it is not there."""
    if component.declared:
        return next((e for e in component.evidence if e.why == DECLARED), None)
    if component.level == "addressed":
        return next((e for e in component.evidence if e.counts), None)
    if component.level == "mentioned":
        mentions = [e for e in component.evidence if e.why not in _NO_MENTION]
        return next(iter(mentions or component.evidence), None)
    return next((e for e in component.evidence if e.why == "negated"), None)


def shown_level(component: Component) -> str:
    """The component's level; "declared" if only its author says that it is there."""
    return DECLARED if component.declared else component.level


def aside(evidence: Evidence) -> str:
    """Why the passage was set aside; "" if it counts."""
    return "" if evidence.counts else SET_ASIDE.get(evidence.why, one_line(evidence.why))


def excerpt(evidence: Evidence, room: int) -> str:
    """At most `room` characters of the passage, with the words that its cue found in them."""
    text = one_line(evidence.text)
    return shorten(text, room, _found(text, evidence.cue))


def _found(text: str, cue: str) -> str:
    """The first stretch of the text that holds words of the cue; "" if none does (they may stand in a heading)."""
    starts = {word.lower() for word in _WORD.findall(cue) if len(word) > 2 and not word.isupper()}
    hits = [m for m in _WORD.finditer(text) if any(m[0].lower().startswith(start) for start in starts)]
    if not hits:
        return ""
    near = [m for m in hits if m.start() - hits[0].start() < 60]
    return text[near[0].start() : near[-1].end()]
