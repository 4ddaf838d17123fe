"""The rule author's language: cues compiled once, and found in a plan's units in one pass."""

from planlint.language.analysed import Analysed, Span, analyse
from planlint.language.cues import Classes, Cue, compile_cues
from planlint.language.hits import Hit, Hits
from planlint.language.matcher import Matcher

__all__ = ["Analysed", "Classes", "Cue", "Hit", "Hits", "Matcher", "Span", "analyse", "compile_cues"]
