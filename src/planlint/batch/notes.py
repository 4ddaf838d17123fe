"""What stands on the first page of what a batch writes: what this is, how it came about, and how to use it."""

from __future__ import annotations

from collections import Counter

from planlint.batch.entries import Batch
from planlint.reporters.comments import CAVEAT
from planlint.reporters.describe import count, day
from planlint.settings import Settings


def notes(batch: Batch, settings: Settings, version: str, rules: str) -> list[tuple[str, str]]:
    """Pairs of a heading and a sentence or two."""
    fates = Counter(item.fate for item in batch.unread)
    unread = ", ".join(f"{number} {fate}" for fate, number in sorted(fates.items()))
    told = [
        ("Plans", f"{len(batch.read)} of {count(len(batch.items), 'file')} were read"
                  f"{f'; {unread} (sheet “Not read”)' if unread else ''}."),
        ("Folder", batch.folder),
        ("Made by", f"planlint {version}; rules: {rules}; dates judged as on {day(settings.today)}."),
        ("What it is", CAVEAT + " It gives no score, and a count of findings is not one: a plan of many rows has more "
                                "to be said of it than a page of promises."),
        ("Levels", "addressed: the plan says something that a reader could go and check; mentioned: it names the "
                   "component and no more; absent: nothing was found; declared: its author says where it stands."),
        ("Read how well", "Look yourself at plans that are read partly or poorly: what stands in a picture was not "
                          "seen."),
        ("Sampling", f"{count(len(batch.drawn), 'plan')} for moderators, drawn with seed {batch.seed}: the plans with "
                     "the lowest SHA-256 of “seed:digest:number”. Two people each read the plans without looking at "
                     "the sheet “Plans”, fill in absent, mentioned or addressed, and save; “planlint moderate FILE” "
                     "says how far they agree with planlint and with each other."),
    ]  # fmt: skip
    if batch.stopped:
        told.insert(1, ("Stopped", "The run was stopped; the same command again goes on from there."))
    return told
