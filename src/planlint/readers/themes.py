"""What a heading is about, and whether it names one of the plan's goals, from `themes.yaml` and `labels.yaml`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from planlint.readers.columns import singular
from planlint.vocabulary import Vocabulary, words

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[ivxIVX]{1,4})"
_NUMBERED = re.compile(rf"({_NUMBER})[.):]?\s+(?=\S)")
_LINE = 120
_CONTAINER = 6
_REMEMBERED = 10_000
_LONGEST = 30  # words of a heading in which a theme is looked for
_CODE = re.compile(r"([A-Z]{1,4}\d{1,2})\b[.):]?")


def key(text: str) -> str:
    """A heading as it is looked up: plain singular words between spaces."""
    return " ".join(singular(w) for w in words(text.replace("’", "").replace("'", "")).split())


@dataclass(slots=True)
class Themes:
    """The themes by the words of headings, and the words that number a plan's goals and parts."""

    whole: dict[str, str]
    inside: dict[str, str]
    goals: re.Pattern[str]
    parts: re.Pattern[str]
    longest: int
    names: frozenset[str]
    lead_ins: tuple[str, ...]
    goal_themes: frozenset[str]
    _seen: dict[str, str | None] = field(default_factory=dict)

    def theme(self, heading: str) -> str | None:
        """The theme of a heading, by the longest name in it; None if no name is known."""
        if heading not in self._seen:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            self._seen[heading] = self._theme(key(heading))
        return self._seen[heading]

    def _theme(self, plain: str) -> str | None:
        listed = plain.lstrip("0123456789. ").split()[:_LONGEST]
        whole = self.whole.get(" ".join(listed)) or self.whole.get(" ".join(listed[1:])) if listed else None
        if whole:
            return whole
        for size in range(min(self.longest, len(listed)), 0, -1):
            for at in range(len(listed) - size + 1):
                found = self.inside.get(" ".join(listed[at : at + size]))
                if found:
                    return found
        return None

    def goal(self, heading: str) -> str:
        """The name of the goal a heading stands for ("Priority 2"); "" if it names none."""
        text = " ".join(heading.split())
        match = self.goals.match(text)
        if match:
            return f"{match[1].capitalize()} {match[2]}"
        match = _CODE.match(text)
        return match[1] if match and len(text) > len(match[0]) + 3 else ""

    def leads_in(self, line: str) -> bool:
        """Whether the bullets below a line are actions, because it says so ("This year we will:")."""
        if len(line) > 2 * _LINE:
            return False
        plain = key(line)
        return self.theme(line.strip(" :*")) == "actions" or (len(plain) <= _LINE and plain.endswith(self.lead_ins))

    def number(self, heading: str) -> str:
        """The number in front of a heading ("4" of "4. What we will do"); "" if it has none."""
        match = _NUMBERED.match(" ".join(heading.split()))
        return match[1] if match and (match[0].rstrip()[-1] in ".):" or match[1][0].isdigit()) else ""

    def numbered(self, heading: str, above: str) -> str:
        """The goal that a numbered heading stands for under a heading such as "Our aims": "Aim B"; else ""."""
        number = self.number(heading)
        plain = key(above).split()
        names = (" ".join(plain[-size:]) for size in (3, 2, 1) if len(plain) >= size)
        name = next((n for n in names if n in self.names), "") if number and len(plain) <= _CONTAINER else ""
        return f"{name.capitalize()} {number}" if name else ""

    def part(self, heading: str) -> str:
        """The name of a part of the document ("Appendix B"); "" if the heading names none."""
        match = self.parts.match(" ".join(heading.split()))
        return match[0] if match else ""


@functools.lru_cache(maxsize=8)
def compile_themes(vocabulary: Vocabulary) -> Themes:
    """The themes of this vocabulary, ready to be looked up."""
    part = vocabulary.part("themes")
    names = {(key(str(n)), str(n).startswith("=")): theme for theme, listed in part.items() for n in listed}
    whole = {name: theme for (name, _), theme in names.items()}
    inside = {name: theme for (name, exact), theme in names.items() if not exact}
    labels = vocabulary.part("labels")
    return Themes(
        whole,
        inside,
        _numbered(labels.get("goals", ())),
        _numbered(labels.get("parts", ())),
        max((len(n.split()) for n in inside), default=0),
        frozenset(key(n) for n in labels.get("goals", ())),
        tuple(key(n) for n in labels.get("lead_ins", ())),
        frozenset(labels.get("goal_themes", ())),
    )


def _numbered(names: list[str] | tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    spelt = "(?i:one|two|three|four|five|six|seven|eight|nine|ten)"
    number = rf"(\d{{1,2}}[a-z]?|[A-Z]|{spelt}|[IVX]{{1,4}})(?![\w’'])"
    return re.compile(rf"((?i:{listed}))s?\s*(?:no\.?|number|#)?\s*{number}" if names else r"(?!)")
