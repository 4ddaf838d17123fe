"""`planlint moderate`: how far moderators agree with planlint, and with each other."""

from __future__ import annotations

import click

from planlint.cli import streams


@click.command(short_help="Say how far moderators agree with planlint.")
@click.argument("filled", metavar="FILLED.XLSX")
def moderate(filled: str) -> int:
    """Say how far moderators agree with planlint, and with each other.

    FILLED.XLSX is the summary.xlsx of a batch, its sheet "Sampling" filled in
    by one moderator or two: absent, mentioned or addressed (or 0, 1, 2). Kappa
    is 1 for full agreement and 0 for as much as chance would give; weighted, it
    takes levels next to each other for half a disagreement.
    """
    from planlint.batch.moderation import against, agreements, read
    from planlint.reporters import agreement

    ratings = read(filled)
    streams.write(agreement.render(agreements(ratings), against(ratings)))
    return 0
