"""Dates as schools write them: every form becomes a range of days, a recurrence or a word that is no date."""

from planlint.dates.calendar import Calendar, calendar
from planlint.dates.dated import Bound, Dated, Doubt, Kind
from planlint.dates.find import deadline, find

__all__ = ["Bound", "Calendar", "Dated", "Doubt", "Kind", "calendar", "deadline", "find"]
