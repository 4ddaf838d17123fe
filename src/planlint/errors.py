"""What planlint says when it cannot go on: one line with file, place, what is wrong and what to do."""

from __future__ import annotations


class PlanlintError(Exception):
    """Something the user can put right.

    path:   the file at fault, as the user named it.
    what:   what is wrong, in plain English, without a full stop.
    remedy: what to do about it, without a full stop.
    place:  where in the file ("line 4, column 7", "table 2, row 3"); empty if it is about the whole file.
    """

    def __init__(self, path: str, what: str, remedy: str, place: str = "") -> None:
        self.path, self.what, self.remedy, self.place = path, what, remedy, place
        super().__init__(path, what, remedy, place)

    def __str__(self) -> str:
        where = f"{self.path}: {self.place}" if self.place else self.path
        return f"{where}: {self.what}; {self.remedy}."


class ReadError(PlanlintError):
    """A plan that cannot be read: missing, damaged, encrypted, not what its name says, or past a limit."""


class RuleError(PlanlintError):
    """A rule, cue or vocabulary file that is not well formed."""


class ConfigError(PlanlintError):
    """A configuration file, option or baseline that is not well formed."""
