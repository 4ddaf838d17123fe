"""The British and American spellings of a word."""

from __future__ import annotations

import re

_PAIRS = """
centre center; centred centered; centring centering; enquiries inquiries; practised practiced; practising practicing;
licenced licensed; metre meter; theatre theater; fibre fiber; calibre caliber; programme program; licence license;
practice practise; defence defense; offence offense; judgement judgment; acknowledgement acknowledgment; enrol enroll;
enrolment enrollment; fulfil fulfill; fulfilment fulfillment; skilful skillful; instalment installment; grey gray;
cheque check; plough plow; sceptical skeptical; ageing aging; artefact artifact; enquiry inquiry; enquire inquire;
adviser advisor; storey story; maths math; mum mom; tyre tire; kerb curb; learnt learned; spelt spelled; focussed
focused; focussing focusing; focusses focuses; benefitted benefited; benefitting benefiting; paediatric pediatric;
manoeuvre maneuver; whilst while; amongst among; towards toward; afterwards afterward; per-cent percent; co-ordinate
coordinate
"""
_OTHER: dict[str, str] = {}
for _pair in _PAIRS.split(";"):
    _british, _american = _pair.split()
    _OTHER[_british], _OTHER[_american] = _american, _british

# Each way round: what is written here, what is written there.
_SWAPS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|ational|able)$", r"iz\1"),
        (r"(?<=[a-z]{3})iz(e|ed|es|er|ers|ing|ation|ations|ational|able)$", r"is\1"),
        (r"(?<=[a-z]{2}l)ys(e|ed|es|er|ers|ing)$", r"yz\1"),
        (r"(?<=[a-z]{2}l)yz(e|ed|es|er|ers|ing)$", r"ys\1"),
        (r"(?<=[a-z]{2})our(s|ed|ing|al|ally|able|ite|ites|ful)?$", r"or\1"),
        (r"(?<=[a-z]{2})(?<![tsc])or(s|ed|ing|al|ally|able|ite|ites|ful)?$", r"our\1"),
        (r"(?<=[a-z]{2}[aeiou])ll(ed|ing|er|ers)$", r"l\1"),
        (r"(?<=[a-z]{2}[aeiou])l(ed|ing|er|ers)$", r"ll\1"),
        (r"(?<=[a-z]{3})ogue(s|d)?$", r"og\1"),
        (r"(?<=[a-z]{3})og(s|d)?$", r"ogue\1"),
    )
)


def spellings(word: str) -> tuple[str, ...]:
    """The word (lower case) and its spelling across the Atlantic, if it has one.

    An invented spelling does no harm: no plan has it. What must not come about is another word; so -ise and -our
    are only swapped after a stem.
    """
    others = [pattern.sub(other, word) for pattern, other in _SWAPS if pattern.search(word)]
    base = word[:-1] if word.endswith("s") else word
    if word in _OTHER:
        others.append(_OTHER[word])
    elif base in _OTHER:
        others.append(_OTHER[base] + "s")
    return (word, *others)


def beginnings(word: str) -> tuple[str, ...]:
    """A word's beginning (of a cue such as `organis*`) in both spellings."""
    swapped = word[:-2] + {"is": "iz", "iz": "is"}[word[-2:]] if word[-2:] in ("is", "iz") and len(word) > 4 else word
    return tuple(dict.fromkeys((*spellings(word), swapped)))
