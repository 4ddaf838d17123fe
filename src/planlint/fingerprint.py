"""A stable name for a finding, so that it is known again after the plan around it has changed."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fingerprint(rule: str, text: str) -> str:
    """Sixteen hexadecimal digits made of the rule's id and the words of the text it is about.

    Case, punctuation, spacing and the form of letters do not count, and no place does: a finding keeps its name when
    lines are added above it. The same remark on the same words twice gets the same name twice; who compares two runs
    compares how often each name stands in them.
    """
    words = " ".join(_BETWEEN_WORDS.split(unicodedata.normalize("NFKC", text).casefold())).strip()
    return hashlib.sha256(f"{rule}\0{words}".encode("utf-8", "replace")).hexdigest()[:16]
