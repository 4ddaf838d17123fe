"""Who leads: posts, names, initials, groups and bodies, and which of them are one and the same."""

from planlint.people.find import people
from planlint.people.person import Kind, Person
from planlint.people.roster import Roster, roster

__all__ = ["Kind", "Person", "Roster", "people", "roster"]
