"""Abbreviations after which a full stop ends no sentence."""

from __future__ import annotations

_FIGURE_FOLLOWS = """
no nos p pp fig ref vol ch sec para ext tel approx est min max vs cf
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_NAME_FOLLOWS = "mr mrs ms dr prof rev fr sr hon dept asst assoc govt approx est vs cf st incl excl"
_ANY_FOLLOWS = "etc yr yrs wk wks hr hrs eg ie"

BEFORE_FIGURE = frozenset(_FIGURE_FOLLOWS.split())
BEFORE_NAME = frozenset(_NAME_FOLLOWS.split())
ABBREVIATED = BEFORE_FIGURE | BEFORE_NAME | frozenset(_ANY_FOLLOWS.split())
