"""A line in the cue notation, cut into marks and words with their columns."""

from __future__ import annotations

import re
from typing import NamedTuple

from planlint.language.normal import plain

_TOKEN = re.compile(
    r"""\s* (?:
        (?P<quoted>"[^"]*")
      | (?P<figure>£\#|\#%?|£)
      | (?P<capitals>[A-Z][A-Z_]*[A-Z](?![\w'*\#&-]))
      | (?P<word>[^\W_]+(?:['.&-]+[^\W_]+)*'?(?:\*|\#(?!\w))?)
      | (?P<mark>[~&>/\[\]()!^,])
      | (?P<hyphen>-)
      | (?P<other>\S))""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """kind: "quoted", "figure", "capitals", "word", "mark" or "end"; column: from 1."""

    kind: str
    text: str
    column: int


class NotationError(Exception):
    """Something that is not cue notation: what is wrong, what to do, and the column, from 1."""

    def __init__(self, what: str, remedy: str, column: int) -> None:
        super().__init__(what, remedy, column)
        self.what, self.remedy, self.column = what, remedy, column


def cut(line: str) -> list[Token]:
    """The tokens of a line, "end" last. Raises NotationError at the first character that means nothing."""
    normal, offsets = plain(line)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(normal):
        kind = match.lastgroup or ""
        at = match.start(kind)
        if kind == "other":
            raise _stranger(match[kind], offsets[at] + 1)
        if kind == "hyphen" and not _joins(normal, at):
            what = "a '-' stands alone"
            raise NotationError(what, "join the words it belongs to, or leave it out", offsets[at] + 1)
        if kind != "hyphen":
            tokens.append(Token(kind, match[kind], offsets[at] + 1))
    tokens.append(Token("end", "", len(line) + 1))
    return tokens


def _joins(line: str, place: int) -> bool:
    """Whether the hyphen here stands between two things without space: the one of "#-week"."""
    return 0 < place < len(line) - 1 and not line[place - 1].isspace() and not line[place + 1].isspace()


def _stranger(character: str, column: int) -> NotationError:
    hints: dict[str, str] = {
        '"': "close the quotation mark",
        "*": "set '*' directly after the beginning of a word",
        "|": "separate alternatives with '/'",
        "+": "use '~' (in one unit) or '&' (in one sentence)",
        "{": "use [ ] for what may be missing and ( ) for what belongs together",
        ".": "leave it out; for any ending write '*'",
        ":": "leave it out; for words in a heading or column heading write '^' before them",
    }
    remedy = hints.get(character, "leave it out, or put it in quotes")
    return NotationError(f"'{character}' means nothing here", remedy, column)
