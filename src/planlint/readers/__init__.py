"""Plan files to Plans: chooses the reader by the file name's ending."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from planlint.errors import ReadError
from planlint.plan import Plan
from planlint.readers.draft import Draft

if TYPE_CHECKING:
    from planlint.vocabulary import Vocabulary

ENDINGS = (".docx", ".md", ".markdown", ".yaml", ".yml")
"""The endings of the files planlint reads, in lower case."""


def read(path: str, data: bytes, vocabulary: Vocabulary) -> Plan:
    """The Plan in a file's bytes; the reader is chosen by the ending of `path`, and `path` names the file in errors.

    Raises ReadError for an ending that is not read and for a file that cannot be read as what its ending says.
    """
    from planlint.readers.shape import shape

    return shape(draft(path, data, vocabulary), vocabulary)


def draft(path: str, data: bytes, vocabulary: Vocabulary) -> Draft:
    """The Draft in a file's bytes, before shaping. Raises ReadError as `read` does."""
    match PurePath(path).suffix.lower():
        case ".docx" | ".docm" | ".dotx" | ".dotm":  # the last three are read when a user names one
            from planlint.readers import docx

            return docx.draft(path, data)
        case ".md" | ".markdown":
            from planlint.readers import markdown

            return markdown.draft(path, data)
        case ".yaml" | ".yml":
            from planlint.readers import yaml

            return yaml.draft(path, data, vocabulary)
    read = ", ".join(ENDINGS[:-1]) + " and " + ENDINGS[-1]
    raise ReadError(path, f"has an ending that planlint does not read ({read})", "save it as one of these")
