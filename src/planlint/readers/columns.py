"""Column headings, keys and labels to the roles they play, from the words in `rules/vocabulary/columns.yaml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planlint.vocabulary import Vocabulary, words

_PARTS = re.compile(r"\s*(?:[/&,;+|]|\band\b|\s[-–—]\s)\s*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?\Z")
_FIGURES = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{2}/\d{2}\b")
_LONGEST = 90
_REMEMBERED = 10_000

Candidates = tuple[str, ...]


@functools.lru_cache(8192)
def singular(word: str) -> str:
    """A plain word without its plural ending: "activities" gives "activity", "status" stays."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


@dataclass(slots=True)
class Columns:
    """The known names, looked up as plain singular words without fillers."""

    names: dict[str, Candidates]
    fillers: frozenset[str]
    whole: frozenset[str]
    joints: frozenset[str]
    dates: frozenset[str]
    points: frozenset[str]
    details: frozenset[str]
    forward: re.Pattern[str]
    backward: re.Pattern[str]
    parts: dict[str, list[str]]
    _seen: dict[str, tuple[Candidates, ...]] = field(default_factory=dict)

    def match(self, heading: str) -> tuple[Candidates, ...]:
        """For each thing a heading names, the roles it may have: "Lead / by when" gives (("lead",), ("deadline",)).

        Empty if the heading is unknown. One that is a point in time ("Autumn 1", "By July") has the role milestone.
        """
        if heading not in self._seen:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            self._seen[heading] = self._match(heading)
        return self._seen[heading]

    def exact(self, heading: str) -> Candidates:
        """The roles of a heading that is a known name as a whole; empty if it is longer or unknown."""
        return self.names.get(self.key(heading), ())

    def role(self, label: str) -> str | None:
        """The first role of a label or key, None if it is unknown."""
        found = self.match(label)
        return found[0][0] if found else None

    def point(self, heading: str) -> bool:
        """Whether a heading names a point in time or a stretch of the year and nothing else."""
        plain = words(heading).replace("/", " ").split()
        left = [w for w in plain if not self._date(w)]
        only_years = all(_NUMBER.match(w) for w in plain)
        return len(left) < len(plain) and not only_years and (not left or " ".join(left) in self.points)

    def dated(self, text: str) -> bool:
        """Whether a cell's text looks like a date, a term or a frequency."""
        if len(text) > _LONGEST:
            return False
        plain = words(text).replace("/", " ").split()
        named = any(self._date(w) and not _NUMBER.match(w) for w in plain)
        return bool(plain) and len(plain) <= 14 and (named or bool(_FIGURES.search(text)))

    def detail(self, label: str) -> bool:
        """Whether a label says something about the document itself ("Approved by")."""
        return self.key(label) in self.details

    def key(self, heading: str) -> str:
        """A heading as it is looked up."""
        plain = words(heading.replace("’", "").replace("'", "").replace("#", " no ")).split()
        kept = [w for w in plain if w not in self.fillers]
        return " ".join(singular(w) for w in (kept or plain))

    def _date(self, word: str) -> bool:
        return word.rstrip("0123456789") in self.dates or bool(_NUMBER.match(word))

    def _match(self, heading: str) -> tuple[Candidates, ...]:
        if not heading.strip() or len(heading) > _LONGEST:
            return ()
        if self.point(heading):
            return (("milestone",),)
        bare = _BRACKETS.sub(" ", heading).strip()
        for text in dict.fromkeys((heading, bare, self._undated(bare))):
            found = self.names.get(self.key(text))
            if found:
                return (found,)
        return self._several(bare) or self._partly(bare) or self._bracketed(heading)

    def _undated(self, heading: str) -> str:
        return " ".join(w for w in words(heading).split() if not self._date(w))

    def _several(self, heading: str) -> tuple[Candidates, ...]:
        pieces = [p for p in _PARTS.split(heading) if p]
        if len(pieces) < 2:
            return ()
        found = [self.names.get(self.key(p)) or self.names.get(self.key(self._undated(p)), ()) for p in pieces]
        if not found[0]:
            return ()
        return tuple(dict.fromkeys(f for f in found if f))

    def _partly(self, heading: str) -> tuple[Candidates, ...]:
        plain = self.key(self._undated(heading) or heading).split()
        for size in range(len(plain) - 1, 0, -1):
            start, end = " ".join(plain[:size]), " ".join(plain[-size:])
            if start in self.names and plain[size] in self.joints and start not in self.whole:
                return (self.names[start],)
            if end in self.names and end not in self.whole and len(plain) - size <= 3:
                return (self.names[end],)
        return ()

    def _bracketed(self, heading: str) -> tuple[Candidates, ...]:
        inside = " ".join(part.strip("()[]") for part in _BRACKETS.findall(heading))
        found = self.names.get(self.key(inside)) if inside else None
        return (found,) if found else ()


@functools.lru_cache(maxsize=8)
def compile_columns(vocabulary: Vocabulary) -> Columns:
    """The names in this vocabulary, ready to be looked up."""
    parts = {name: [str(w) for w in listed] for name, listed in vocabulary.part("tables").items()}
    fillers = frozenset(parts.get("fillers", ()))
    none: frozenset[str] = frozenset()
    found = Columns({}, fillers, none, none, none, none, none, _any(()), _any(()), parts)
    found.whole = frozenset(found.key(w) for w in parts.get("whole", ()))
    found.joints = frozenset(singular(w) for w in parts.get("joints", ())) | frozenset(parts.get("joints", ()))
    for role, names in vocabulary.part("columns").items():
        for name in names:
            key = found.key(name)
            found.names[key] = tuple(dict.fromkeys((*found.names.get(key, ()), role)))
    found.details = frozenset(found.key(w) for w in parts.get("details", ()))
    found.dates, found.points = frozenset(parts.get("dates", ())), frozenset(parts.get("points", ()))
    found.forward, found.backward = _any(parts.get("forward", ())), _any(parts.get("backward", ()))
    return found


def _any(names: Sequence[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(n) for n in names)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if names else r"(?!)", re.IGNORECASE)


def resolve(
    found: Sequence[tuple[Candidates, ...]], cells: Sequence[Sequence[str]], columns: Columns
) -> list[Candidates]:
    """For each column its roles in order, ambiguous names decided by the other columns and by their cells' texts.

    found: what `match` gave per column; cells: per column some of its body cells.
    """
    settled = {part[0] for parts in found for part in parts if len(part) == 1}
    resolved: list[Candidates] = []
    for index, parts in enumerate(found):
        roles = [_decide(part, settled, cells[index], index, columns) for part in parts]
        settled.update(roles)
        resolved.append(tuple(dict.fromkeys(roles)))
    return resolved


def _decide(part: Candidates, settled: set[str], cells: Sequence[str], index: int, columns: Columns) -> str:
    if len(part) == 1:
        return part[0]
    rules = (_by_date, _by_record, _by_target, _by_place)
    chosen = (rule(part, settled, cells, index, columns) for rule in rules)
    return next((role for role in chosen if role), part[0])


def _by_date(part: Candidates, settled: set[str], cells: Sequence[str], index: int, columns: Columns) -> str | None:
    """People, days or figures: decided by what most cells hold."""
    filled = [c for c in cells if c.strip()]
    dated = sum(columns.dated(c) for c in filled)
    if {"start", "baseline"} <= set(part):
        figures = "success_criteria" in settled and "action" not in settled
        return "start" if not figures and (dated * 2 > len(filled) or not filled) else "baseline"
    if "deadline" in part and filled and dated * 2 > len(filled):
        return "deadline"
    others = [r for r in part if r != "deadline"]
    if "deadline" in part and (filled or "deadline" in settled):
        return others[0]
    return None


def _by_record(part: Candidates, settled: set[str], cells: Sequence[str], index: int, columns: Columns) -> str | None:
    """Measure to come or record of what was: domain guide 1.4."""
    record = next((r for r in ("impact", "evidence", "progress") if r in part), None)
    if record is None or "success_criteria" not in part:
        return None
    filled = [c for c in cells if c.strip()]
    if "success_criteria" in settled:
        return "priority" if "priority" in part and not index and "priority" not in settled else record
    if not filled and settled & {"status", "progress"}:
        return record
    behind = sum(bool(columns.backward.search(c)) and not columns.forward.search(c) for c in filled)
    if behind * 2 > len(filled):
        return record
    return _by_place(part, settled, cells, index, columns) if "priority" in part else "success_criteria"


def _by_target(part: Candidates, settled: set[str], cells: Sequence[str], index: int, columns: Columns) -> str | None:
    """A figure to reach, a measure of success, or what the plan aims for."""
    if "target" not in part:
        return None
    filled = [c for c in cells if c.strip()]
    figures = sum(bool(re.match(r"[^A-Za-z]{0,4}\d", c)) for c in filled)
    if "baseline" in settled or "success_criteria" in settled or (filled and figures * 2 > len(filled)):
        return "target"
    if "priority" in part and index <= 1 and "priority" not in settled:
        return "priority"
    return "success_criteria" if "success_criteria" in part else "target"


def _by_place(part: Candidates, settled: set[str], cells: Sequence[str], index: int, columns: Columns) -> str | None:
    """What stands first is the aim or the risk; the same word further on is something else."""
    taken = settled
    if "risk" in part and settled & {"mitigation", "trigger"}:
        return "risk"
    if "action" in part:
        return "action" if "action" not in taken else next(r for r in (*part, "action") if r != "action")
    if "priority" in part and index <= 1 and "priority" not in taken:
        return "priority"
    if "rationale" in part and "rationale" not in taken and index <= 3:
        return "rationale"
    return next((r for r in part if r not in taken), None)
