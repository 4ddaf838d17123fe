"""Numbers in plans: amounts, targets with what they start from, and the tables of results behind them."""

from planlint.figures.data import Datum, data
from planlint.figures.figure import Comparator, Figure, Target, Way
from planlint.figures.find import figures
from planlint.figures.target import measured, targets
from planlint.figures.words import Measure

__all__ = ["Comparator", "Datum", "Figure", "Measure", "Target", "Way", "data", "figures", "measured", "targets"]
