"""Markdown to tokens that know their place: markdown-it's parser, made to write down where it cut each piece.

markdown-it gives a block's lines and no columns, and nothing at all for what stands inside a line. Its block rules are
wrapped to note, at the moment they cut a text, where each of its lines begins; its inline state notes the position of
every token it makes. So positions are carried, never searched for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from planlint.readers.limits import MAX_DEPTH, MAX_INLINE, MAX_PIECES, MAX_STEPS

BlockRule = Callable[[StateBlock, int, int, bool], bool]
LINES = "planlint-lines"
_LEAVES = ("table", "code", "fence", "html_block", "heading", "lheading", "paragraph")
_INLINE_DEPTH = 100
_EFFORT = "planlint-effort"  # in the parser's environment: the steps taken and the tokens made so far
_DEEP = f"nests lists or quotes more than {MAX_DEPTH} deep"
_SLOW = "holds lists or quotes that take too long to tell apart"
_MARKUP = re.compile(r"[\\`*_~\[\]!<&^\n]")
_QUOTES = re.compile(rf"^[ \t]*(?:>[ \t]?){{{MAX_DEPTH + 1}}}", re.M)
TOLD = re.compile(r"<!--\s*planlint\s*:[^>]*-->\s*$", re.I)
_NEAR = 10  # lines below such a comment in which a row is looked for
_RULED = re.compile(r"[|:\s-]*-[|:\s-]*$")  # the line below a table's headings


class TooMuch(Exception):
    """A limit was met: `what` the text does, and the line, from 1, where it was found out."""

    def __init__(self, what: str, line: int) -> None:
        self.what, self.line = what, line
        super().__init__(what, line)


class _State(StateInline):
    """An inline state whose tokens know where they begin: `token.map` is [offset, offset] in the inline's content."""

    _pending_at: int = -1

    def append_pending(self, text: str) -> None:
        """Adds literal text; what is pending is always one unbroken stretch of the source."""
        if self._pending_at < 0:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:
        """Turns the pending text into a token."""
        token = super().pushPending()
        token.map = [self._pending_at, self._pending_at]
        self._pending_at = -1
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Adds a token, which begins at the rule's position or after what the same rule has already pushed."""
        token = super().push(ttype, tag, nesting)
        at, before = self.pos, self.tokens[-2] if len(self.tokens) > 1 else None
        if before and before.map and before.map[1] == self.pos:
            if before.type == "text":
                at = before.map[0] + len(before.content)
            elif before.markup == "autolink" and before.nesting == 1:
                at += 1
        token.map = [at, self.pos]
        return token


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """The tokens of a text, unjoined, so that each keeps its place."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Parser(MarkdownIt):
    def normalizeLink(self, url: str) -> str:
        """The address as written: planlint follows no links."""
        return url

    def normalizeLinkText(self, link: str) -> str:
        """The address as written, so that the text is the source's."""
        return link

    def validateLink(self, url: str) -> bool:
        """Every link is one, since it is read as its text and never followed."""
        return True


def parse(text: str) -> tuple[list[Token], dict[str, Any]]:
    """The block tokens of a text (line ends LF) and markdown-it's environment. Raises TooMuch past a limit."""
    env: dict[str, Any] = {_EFFORT: [0, 0]}
    if match := _QUOTES.search(text):
        raise TooMuch(_DEEP, text.count("\n", 0, match.start()) + 1)
    return _PARSER.parse(text, env), env


def parse_inline(content: str, env: dict[str, Any]) -> list[Token]:
    """The inline tokens of a block's content, each with its offset there as `map[0]`."""
    return _PARSER.inline.parse(content, _PARSER, env, [])


def is_plain(content: str) -> bool:
    """True for a text without any markup, and for one that is too long to look for it."""
    return len(content) > MAX_INLINE or not _MARKUP.search(content)


def _wrap(rule: BlockRule) -> BlockRule:
    """The rule, made to write down where the lines of every text it cuts begin."""

    def noted(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        effort = state.env[_EFFORT]
        effort[0] += 1
        if effort[0] > MAX_STEPS or state.level >= 2 * MAX_DEPTH:
            raise TooMuch(_DEEP if effort[0] <= MAX_STEPS else _SLOW, start + 1)
        if not rule(state, start, end, silent):
            return False
        effort[1] += len(state.tokens) - before
        if effort[1] > 3 * MAX_PIECES:  # a cell or paragraph is an opening, a text and an end
            raise TooMuch(f"holds more than {MAX_PIECES:,} paragraphs, bullets and cells", start + 1)
        for token in state.tokens[before:]:
            if token.map and token.type in ("inline", "fence", "code_block", "html_block"):
                lines = range(token.map[0], token.map[1])
                token.meta[LINES] = [(state.bMarks[n], state.tShift[n], state.eMarks[n]) for n in lines]
        return True

    return noted


def _between_rows(rule: BlockRule) -> BlockRule:
    """The rule for HTML, by which a comment to planlint on a line of its own between two rows does not end the table.

    It is a row of its own then, with nothing in it but the comment.
    """

    def ends(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if not silent or state.parentType != "table" or not TOLD.match(_line(state, start)):
            return rule(state, start, end, silent)
        near = range(start + 1, min(end, start + _NEAR))
        below = next((n for n in near if not TOLD.match(_line(state, n))), end)
        another = below + 1 < end and _RULED.match(_line(state, below + 1))
        return below == end or "|" not in _line(state, below) or bool(another)

    return ends


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _parser() -> _Parser:
    parser = _Parser("commonmark", {"maxNesting": _INLINE_DEPTH + 2 * MAX_DEPTH})
    parser.inline = _Inline()
    parser.enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin, move_to_end=False)
    parser.inline.ruler.disable("linkify")
    parser.inline.ruler2.disable("fragments_join")
    parser.core.ruler.enableOnly(["normalize", "block"])
    rules = {rule.name: rule for rule in parser.block.ruler.__rules__}
    parser.block.ruler.at("html_block", _between_rows(rules["html_block"].fn), {"alt": rules["html_block"].alt})
    for name in _LEAVES:
        parser.block.ruler.at(name, _wrap(rules[name].fn), {"alt": rules[name].alt})
    return parser


_PARSER = _parser()
