"""A cue as a tree: what its parts are and how they must stand to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from typing import Literal

Operator = Literal["~", "&", ">"]
Manner = Literal["forms", "exact", "cased", "prefix", "numbered"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word in lower case (with its capitals if `cased`), to be found in its "forms", "exact", "cased" (capitals
    and all), as the beginning of a word ("prefix") or with a number stuck to it ("numbered").

    comma: whether a comma may stand before it.
    """

    text: str
    manner: Manner = "forms"
    comma: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: "#" any, "#%" a percentage, "£#" money."""

    kind: str
    comma: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A class of the vocabulary; comma: whether a comma may stand before it."""

    name: str
    comma: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts that follow one another directly; none at all is nothing."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Operands that stand together: in a unit (~), in a sentence (&), in this order with few words between (>).

    operands: in their order; absent: those that must not be there (before: for ">", those ahead of the first).
    """

    operator: Operator
    operands: tuple[Node, ...]
    absent: tuple[Node, ...] = ()
    before: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Above:
    """Something that must stand over the unit: in a heading, a column's heading, a lead-in, a key."""

    node: Node


Node = Word | Figure | Name | Sequence | Choice | Join | Above
NOTHING = Sequence(())
_SIMPLE = (Word, Figure)  # most nodes of a large lexicon are words, so they are asked for first


def is_phrase(node: Node, class_is_phrase: Callable[[str], bool]) -> bool:
    """Whether it is made of words that follow one another, so that it can be part of a longer phrase."""
    if isinstance(node, _SIMPLE):
        return True
    if isinstance(node, Name):
        return class_is_phrase(node.name)
    if isinstance(node, (Join, Above)):
        return False
    return all(isinstance(child, Word) or is_phrase(child, class_is_phrase) for child in children(node))


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node, in order."""
    if isinstance(node, Sequence):
        return node.parts
    if isinstance(node, Choice):
        return node.options
    if isinstance(node, Join):
        return (*node.operands, *node.absent, *node.before)
    return (node.node,) if isinstance(node, Above) else ()


def may_be_nothing(node: Node) -> bool:
    """Whether no word at all satisfies it."""
    if isinstance(node, Choice):
        return any(not isinstance(option, Word) and may_be_nothing(option) for option in node.options)
    return isinstance(node, Sequence) and all(may_be_nothing(part) for part in node.parts)


def variants(node: Node) -> int:
    """How many phrases it stands for, a class counting as one."""
    if isinstance(node, Word):
        return 1
    if isinstance(node, Choice):
        return sum(1 if isinstance(option, Word) else variants(option) for option in node.options)
    if isinstance(node, Sequence):
        return prod(variants(part) for part in node.parts)
    return max((variants(child) for child in children(node)), default=1)
