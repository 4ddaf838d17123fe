"""What the words before and after a date make of it: a limit, a beginning, the end of a month."""

from __future__ import annotations

import datetime

from planlint.dates.calendar import Span
from planlint.dates.dated import Bound
from planlint.dates.forms import Mark
from planlint.dates.lexicon import Lexicon
from planlint.dates.names import key

_REACH = 40  # characters: as far back as the longest words in front of a date begin
_WORDS = 3  # "from the | end of | week commencing"
_BOUNDS: dict[str, Bound] = {"by": "by", "before": "by", "from": "from", "until": "until"}
_PARTS = frozenset({"end", "begin", "middle", "week", "week_end", "before"})
_DAY = datetime.timedelta(days=1)


def framed(mark: Mark, plain: str, words: Lexicon) -> Mark:
    """The mark with what stands around it in the text."""
    position = mark.start
    for _ in range(_WORDS):
        match = words.before.search(plain, max(0, position - _REACH), position)
        if not match:
            break
        effect = words.effects[key(match[1])]
        mark.bare = False
        mark.bound = mark.bound or _BOUNDS.get(effect, "")
        mark.effect = mark.effect or (effect if effect in _PARTS else "")
        position = match.start()
    mark.head = position
    match = words.after.match(plain, mark.end)
    if match and words.effects[key(match[1])].endswith("from"):
        mark.bare, mark.bound = False, "from"
    elif match:
        mark.bare, mark.kind = False, "recurrence"
    return mark


def part(span: Span, effect: str) -> Span:
    """The part of a span that is meant: its last third for "end of", the five days of a week from its Monday."""
    start, end = span
    third = (end - start) / 3
    if effect == "before":
        return start - _DAY, start - _DAY
    if effect == "week":
        return start, start + 4 * _DAY
    if effect == "week_end":
        return end - 4 * _DAY, end
    if effect == "end":
        return end - third, end
    if effect == "begin":
        return start, start + third
    return (start + third, end - third) if effect == "middle" else span
