"""Units and hits by hand."""

from planlint.language import Classes, Matcher, compile_cues
from planlint.plan import Block, Location, Section
from planlint.units import Unit

PLACE = Location("plan.md")
SECTION = Section(None, 1)


def unit(*texts, above=(), labels=(), kind="prose", index=0):
    """A unit of these own texts; `labels` gives for each own text the numbers in `above` that stand over it alone."""
    over = tuple(Block(text, PLACE, "heading") for text in above)
    named = tuple(tuple(over[n] for n in numbers) for numbers in labels) or tuple(() for _ in texts)
    return Unit(index, kind, tuple(Block(text, PLACE) for text in texts), over, named, SECTION)


def find(cues, *units, classes=None):
    """The hits of one cue or a list of cues."""
    lines = [cues] if isinstance(cues, str) else cues
    return Matcher({"it": compile_cues(lines, Classes(classes or {}))}).find(units)["it"]


def found(cues, *units, classes=None):
    """The texts of the spans of each hit."""
    given = [u if isinstance(u, Unit) else unit(u) for u in units]
    return [[span.text for span in hit.spans] for hit in find(cues, *given, classes=classes)]
