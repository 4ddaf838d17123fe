"""The cue notation of docs/cues.md: a line to a tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from planlint.language.lexer import NotationError, Token, cut
from planlint.language.nodes import (
    NOTHING,
    Above,
    Choice,
    Figure,
    Join,
    Name,
    Node,
    Operator,
    Sequence,
    Word,
    is_phrase,
    may_be_nothing,
    variants,
)
from planlint.language.notation_words import quoted, word

OPERATORS: tuple[Operator, ...] = ("~", "&", ">")  # from the loosest to the tightest
MOST_VARIANTS = 4000  # phrases one operand may stand for, so that a slip with brackets cannot fill the memory

# Whether a class is made of phrases alone; raises NotationError for a class that is not there. Given name and column.
CheckName = Callable[[str, int], bool]


def parse(line: str, check_name: CheckName) -> Node:
    """The tree of one line. Raises NotationError, with the column, if the line is not well formed."""
    parser = _Parser(cut(line), check_name)
    node, negated = parser.join(0)
    if parser.now.kind != "end":
        raise parser.stray()
    if negated:
        raise NotationError("the cue only says what must not be there", "name what must be there too", 1)
    return node


class _Parser:
    """Reads by descent: joins by ~, of joins by &, of joins by >, of alternatives, of phrases, of items."""

    def __init__(self, tokens: list[Token], check_name: CheckName) -> None:
        self.tokens, self.place, self.check_name = tokens, 0, check_name
        self.now = tokens[0]

    def step(self) -> Token:
        passed = self.now
        self.place += 1
        self.now = self.tokens[self.place]
        return passed

    def sees(self, mark: str) -> bool:
        return self.now.text == mark and self.now.kind == "mark"

    def opens(self) -> bool:
        """Whether what comes next belongs to the same phrase: a comma, or a bracket that opens."""
        return self.tokens[self.place + 1].text in (",", "[", "(")

    def stray(self) -> NotationError:
        token = self.now
        if token.text in ("]", ")"):
            return NotationError(f"'{token.text}' closes nothing", "remove it or open it before", token.column)
        return NotationError(f"'{token.text}' is out of place", "see docs/cues.md", token.column)

    def join(self, level: int) -> tuple[Node, bool]:
        """What is joined by this operator or a tighter one, and whether it is a lone "not"."""
        column, parts = self.now.column, [self.part(level)]
        while self.sees(OPERATORS[level]):
            self.step()
            parts.append(self.part(level))
        if len(parts) == 1:
            return parts[0]
        operands = [n for n, negated in parts if not negated]
        if not operands:
            raise NotationError("the cue only says what must not be there", "name what must be there too", column)
        if OPERATORS[level] == ">":
            return self.follow(parts, column), False
        return Join(OPERATORS[level], tuple(operands), tuple(n for n, negated in parts if negated)), False

    def follow(self, parts: list[tuple[Node, bool]], column: int) -> Node:
        """A join by ">": what must not be there can only come first or last."""
        if any(negated for _, negated in parts[1:-1]):
            raise NotationError("'!' stands in the middle of a '>'", "write it first or last", column)
        if any(isinstance(n, Above) for n, _ in parts):
            raise NotationError("'^' cannot stand with '>'", "use '&' or '~' for what stands above", column)
        before = tuple(n for n, negated in parts[:1] if negated)
        absent = tuple(n for n, negated in parts[-1:] if negated)
        return Join(">", tuple(n for n, negated in parts if not negated), absent, before)

    def part(self, level: int) -> tuple[Node, bool]:
        return self.join(level + 1) if level + 1 < len(OPERATORS) else self.operand()

    def operand(self) -> tuple[Node, bool]:
        negated, above, column = False, False, self.now.column
        while self.sees("!") or self.sees("^"):
            negated, above = (True, above) if self.step().text == "!" else (negated, True)
        node = self.alternatives()
        if not isinstance(node, Word):
            self.refuse_size(node, column)
        return (Above(node) if above else node), negated

    def alternatives(self) -> Node:
        options = [self.phrase()]
        while self.sees("/"):
            self.step()
            options.append(self.phrase())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def phrase(self) -> Node:
        if self.now.kind == "word" and self.tokens[self.place + 1].kind in ("mark", "end") and not self.opens():
            return word(self.step())  # most alternatives are one plain word
        items: list[Node] = []
        columns: list[int] = []
        comma = False
        while True:
            if self.sees(","):
                comma = bool(items)
                self.step()
                continue
            columns.append(self.now.column)
            item = self.item()
            if item is None:
                break
            items.append(_after_comma(item) if comma else item)
            comma = False
        if not items:
            raise self.nothing()
        if len(items) == 1:
            return items[0]
        for node, column in zip(items, columns, strict=False):
            self.refuse_join(node, column)
        return Sequence(tuple(items))

    def item(self) -> Node | None:
        token = self.now
        if token.kind == "mark":
            return self.group(token) if token.text in "[(" else None
        if token.kind == "end":
            return None
        self.step()
        if token.kind == "figure":
            return Figure("£#" if token.text == "£" else token.text)
        if token.kind == "quoted":
            return quoted(token)
        if token.kind == "capitals":
            self.check_name(token.text, token.column)
            return Name(token.text)
        return word(token)

    def group(self, opening: Token) -> Node:
        self.step()
        node, negated = self.join(0) if opening.text == "(" else (self.alternatives(), False)
        if not self.sees("]" if opening.text == "[" else ")"):
            if self.now.kind == "end":
                closing = "]" if opening.text == "[" else ")"
                raise NotationError(f"'{opening.text}' is not closed", f"add '{closing}'", opening.column)
            raise self.stray()
        self.step()
        if negated:
            raise NotationError("'!' stands alone in brackets", "write it before the bracket", opening.column)
        if opening.text == "(":
            return node
        self.refuse_join(node, opening.column)
        return Choice((node, NOTHING))

    def refuse_size(self, node: Node, column: int) -> None:
        if may_be_nothing(node):
            raise NotationError("everything here may be missing", "leave one word without [ ]", column)
        count = variants(node)
        if count > MOST_VARIANTS:
            raise NotationError(f"this stands for {count} phrases", "split it into several cues", column)

    def refuse_join(self, node: Node, column: int) -> None:
        if not isinstance(node, Word) and not is_phrase(node, lambda name: self.check_name(name, column)):
            what = "a part with ~ & > ^ stands within a phrase"
            raise NotationError(what, "let it stand alone between ~ & > or /", column)

    def nothing(self) -> NotationError:
        token, before = self.now, self.tokens[self.place - 1].text if self.place else ""
        if token.kind == "end" and before:
            return NotationError(f"nothing stands after '{before}'", "write what should stand there", token.column)
        if token.kind == "end":
            return NotationError("the cue is empty", "write a word, or remove the line", token.column)
        return NotationError(f"nothing stands before '{token.text}'", "write what should stand there", token.column)


def _after_comma(node: Node) -> Node:
    """The node, with a comma allowed before its first word."""
    if isinstance(node, Choice):
        return Choice(tuple(_after_comma(option) for option in node.options))
    if isinstance(node, Sequence) and node.parts:
        return Sequence((_after_comma(node.parts[0]), *node.parts[1:]))
    return node if isinstance(node, (Sequence, Join, Above)) else replace(node, comma=True)
