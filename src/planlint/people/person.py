"""Someone who leads, as a plan writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["role", "person", "group", "body", "vacant", "external", "unknown"]


@dataclass(frozen=True, slots=True)
class Person:
    """One who is named in a lead cell.

    text:    the words; text[offset:until] of the cell.
    key:     who it is, the same for every spelling in the plan.
    kind:    "role" (a post), "person" (a name or initials), "group" (SLT, all staff), "body" (a board or committee),
             "vacant" (TBC, to be appointed), "external" (from outside the trust) or "unknown".
    several: True for a post that more than one person holds here ("Reading leads", "HoS x2").
    leading: True if the cell says that this one leads and others only help ("Lead: AHT / Support: ML").
    """

    text: str
    offset: int
    until: int
    key: str
    kind: Kind
    several: bool = False
    leading: bool = False
