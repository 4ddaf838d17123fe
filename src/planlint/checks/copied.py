"""One text that stands in a field of several actions which have little else in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planlint.checks.likeness import content, shared
from planlint.plan import Action, Kind
from planlint.reading import Reading
from planlint.rule import Remark


def check(
    reading: Reading,
    *,
    role: str,
    of: str = "action",
    fewest: int = 3,
    fewest_words: int = 3,
    unlike: float = 0.6,
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan"),
) -> Iterator[Remark]:
    """One remark for each such text, at the first action that has it.

    role:         the field whose text is the same; of: the field that tells actions apart.
    fewest:       so many actions have it.
    fewest_words: texts of fewer words that carry sense are left alone ("as above").
    unlike:       actions with this share of words in common or more are held to be of one kind.
    """
    if reading.plan.kind not in kinds:
        return
    sharing: defaultdict[tuple[str, ...], list[Action]] = defaultdict(list)
    for action in reading.plan.actions:
        words = content(action.text(role, inherit=False), reading.vocabulary)
        if len(words) >= fewest_words and action.blocks(of):
            sharing[words].append(action)
    for actions in sharing.values():
        apart: list[Action] = []
        for action in actions:
            words = content(action.text(of), reading.vocabulary)
            if all(shared(words, content(other.text(of), reading.vocabulary)) < unlike for other in apart):
                apart.append(action)
        if len(apart) >= fewest:
            block = apart[0].blocks(role)[0]
            text = " ".join(apart[0].text(role, inherit=False).split())
            places = ", ".join(action.location.label for action in apart[1:])
            values = {"count": str(len(apart)), "places": places}
            yield Remark(block.location, text, apart[0].summary, values=values)
