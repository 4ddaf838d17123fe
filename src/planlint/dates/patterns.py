"""The patterns that find dates, one named group a form, made from the words of the vocabulary's calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

from planlint.dates.names import any_of

_ORD = r"(?:st|nd|rd|th)"
_Y4 = r"20[1-4]\d"
_AND = r"\s*(?:-|/|&|\+|,|and\b|to\b)\s*"
# Forms that mean a date wherever they stand, in the order in which they are tried at one place.
_PROSE = (
    "iso numeric daymonth monthday monthyear break festival landmark frequency count"
    " season half numbered academic plurals within quarter month year"
)
# Further forms that mean a date only in a cell that holds nothing but times.
_COLUMN = (
    "iso numeric daymonth monthday monthyear break phrase festival landmark frequency count"
    " season half columnhalf numbered columnterm academic shortacademic plurals within length vague event quarter"
    " bare month shortday planyear week year"
)


def master(data: Mapping[str, Any], column: bool) -> re.Pattern[str]:
    """The pattern that finds marks: in a date column, or anywhere."""
    forms = _forms(data)
    names = (_COLUMN if column else _PROSE).split()
    return _compile(r"(?<![\w'])(?:" + "|".join(f"(?P<{n}>{forms[n]})" for n in names) + ")")


def around(data: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    """The patterns for what stands before and after a mark and between two, and for a late term."""
    joins = any_of([*data["range_joins"], *data["list_joins"]])
    effects = list(chain(*data["before"].values()))
    following = list(chain(*data["after"].values()))
    late = rf"\b(?:{any_of(data['numbered_terms'])}\s*|{any_of(data['column_terms'])})[4-6](?![\w.%])"
    return {
        "before": _compile(rf"(?<![\w'])({any_of(effects)})(?:[\s:-]+(?:the|our|a)\b)?[\s:-]*$"),
        "after": _compile(rf"[\s,]*({any_of(following)})(?!\w)"),
        "join": _compile(rf"[\s,;()]*(?:(?P<range>-|{any_of(data['range_joins'])})|/|&|\+|{joins}|[,;])?[\s,;()]*$"),
        "late_term": _compile(late),
    }


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _forms(data: Mapping[str, Any]) -> dict[str, str]:
    joins = any_of([*data["range_joins"], *data["list_joins"], *chain(*data["after"].values())])
    loose = rf"(?![\w%]|[.:,/]\d|\s*%|\s+(?!{joins}\b)[a-z(]{{2,}})"  # not a count of something
    short = rf"'?[2-4]\d{loose}"
    year = rf"(?:{_Y4}(?:\s*[-/]\s*(?:20)?\d\d(?![\w/-]))?|[2-4]\d\s*[-/]\s*[2-4]\d(?![\w%/-])|{short})"
    return {**_plain(data, short), **_terms(data, year), **_vague(data), **_frequencies(data)}


def _plain(data: Mapping[str, Any], short: str) -> dict[str, str]:
    month = any_of(chain(*data["months"])) + r"\b"
    weekday = rf"(?:(?P<weekday>{any_of(chain(*data['weekdays']))})\.?,?\s+(?:the\s+)?)?"
    weekday_2 = weekday.replace("<weekday>", "<weekday_2>")
    day = rf"\d{{1,2}}{_ORD}?"
    firm = r"(?<![\d][.,:/])(?<!\d)(?<![£$#])"
    tail = r"(?![\w%]|[.:/,-]\d)"
    return {
        "iso": rf"{firm}(?P<iso_y>{_Y4})(?P<iso_s>[-/])(?P<iso_m>\d\d)(?P=iso_s)(?P<iso_d>\d\d)(?!\d)",
        "numeric": rf"{firm}(?P<more>\d{{1,2}}\s*[-&]\s*)?(?P<num_d>\d{{1,2}})(?P<sep>[/.-])"
        rf"(?P<num_m>\d{{1,2}})(?P=sep)(?P<num_y>{_Y4}|[2-4]\d){tail}",
        "daymonth": rf"{firm}{weekday}(?P<days>{day}(?:{_AND}{day})*)\s*(?:of\s+|[-/.]\s*)?(?P<dm_m>{month})\.?"
        rf"(?:\s*[-/,.]?\s*(?P<dm_y>{_Y4})(?![\d/])|\s*[-/]?\s*(?P<dm_y2>{short}))?",
        "monthday": rf"{weekday_2}(?P<md_m>{month})\.?\s+(?:(?P<md_d>\d{{1,2}}){_ORD}(?:,?\s*(?P<md_y>{_Y4}))?"
        rf"|(?P<md_d2>\d{{1,2}}),?\s+(?P<md_y2>{_Y4})|(?P<md_d3>0?[1-9]|1\d)(?!\s+[a-z]|{_ORD})){tail}",
        "monthyear": rf"(?P<my_m>{month})(?:\.?\s*[-/,]?\s*(?P<my_y>{_Y4})(?!\d)"
        rf"|\.?\s*(?P<my_s>[-/]?)\s*(?P<my_y2>{short}))",
        "month": rf"{month}(?!')",
        "year": rf"{firm}{_Y4}(?![\w%]|[.:/,-]\d|\s*%)",
        "shortday": rf"{firm}(?P<sd_d>\d{{1,2}})/(?P<sd_m>\d{{1,2}}){tail}",
    }


def _terms(data: Mapping[str, Any], year: str) -> dict[str, str]:
    seasons = data["seasons"]
    names = [name for s in seasons for name in (*s["names"], *s["short"])]
    letters = [name for s in seasons for name in s["letters"]]
    festivals = [name for f in data["festivals"] for name in f["names"]]
    landmarks = [name for f in (*data["landmarks"], *data["spans"]) for name in f["names"]]
    half, term = any_of(data["half_words"]), any_of(data["term_words"])
    holiday = any_of(data["holiday_words"])
    first = rf"(?:(?P<ord>{any_of(data['ordinals'])})[\s-]+(?:{half})\s+(?:of\s+)?(?:the\s+)?)?"
    number = r"(?P<half_a>[12])(?![\d%])(?:\s*(?:[-/&+,]|and|to)\s*(?P<half_b>[12])(?!\w))?"
    letter = r"(?P<half_l>[ab])\b(?:\s*[-/&+]\s*(?P<half_m>[ab])\b)?"
    ordinal = rf"(?P<ord_2>{any_of(data['ordinals'])})\s+{half}"
    spec = rf"(?:[\s,(-]*(?:{half}[\s-]*)?(?:{number}(?:\s*{half})?|(?<=\s){letter})|[\s,(]*{ordinal})"

    def dated(name: str) -> str:
        return rf"(?:[\s,(/-]*(?P<{name}>{year})\)?)?"

    months, ay = any_of(chain(*data["months"])), any_of(data["year_words"])
    return {
        "break": rf"(?P<brk_m>{months}|{any_of(names)}|{any_of(festivals)})[\s-]+{any_of(data['break_words'])}"
        rf"(?:\s+{holiday})?(?![\s-]*[1-6ab]\b){dated('brk_y')}",
        "festival": rf"(?P<fest>{any_of(festivals)})(?!\w|\s*\d(?!\d))(?:\s+(?P<fest_h>{holiday}))?"
        rf"{dated('fest_y')}",
        "landmark": rf"(?P<land>{any_of(landmarks)})(?!\w){dated('land_y')}",
        "season": rf"{first}(?P<sea>{any_of(names)})(?![a-z])(?P<sea_t>[\s-]*{term}(?!\w))?{spec}?"
        rf"(?P<sea_t2>\s+{term}(?!\w))?{dated('sea_y')}",
        "half": rf"(?:{any_of(data['numbered_halves'])})(?P<hlf_s>[\s-]*){_several('hlf', half)}{dated('hlf_y')}",
        "columnhalf": rf"(?:{any_of(data['column_halves'])}|(?P<col_l>{any_of(letters)}))\s?(?P<col_a>[1-6])(?!\w|\.\d)"
        rf"{dated('col_y')}",
        "numbered": _numbered(any_of(data["numbered_terms"]), "trm", year),
        "columnterm": _numbered(any_of(data["column_terms"]), "ct", year),
        "academic": rf"(?<![\d/.])(?P<ay_w>{ay}[\s:]*(?:of\s+)?)?(?P<ay_a>{_Y4})\s*(?:[-/]|\bto\b)\s*"
        rf"(?P<ay_b>{_Y4}|\d\d?)(?![\w%]|[-/.]\d)"
        rf"|(?P<aw_w>{ay})[\s:]*(?P<aw_a>\d\d)\s*[-/]\s*(?P<aw_b>\d\d)(?![\w%]|[-/.]\d)",
        "shortacademic": r"(?<![\d/.])(?P<sa_a>[2-4]\d)\s*[-/]\s*(?P<sa_b>[2-4]\d)(?![\w%]|[-/.]\d)",
        "quarter": rf"(?:(?P<qtr>{any_of(data['quarters']['words'])})|(?P<hyr>{any_of(data['half_years']['words'])}))"
        rf"\s?(?P<qtr_n>[1-4])(?!\w|\.\d){dated('qtr_y')}",
        "planyear": rf"{any_of(data['plan_year_words'])}\s*(?P<py>[1-9])"
        rf"(?:\s*[-/&]\s*(?:{any_of(data['plan_year_words'])}\s*)?(?P<py_b>[1-9]))?(?!\w|\.\d)",
    }


def _numbered(words: str, name: str, year: str) -> str:
    return rf"{words}\s*{_several(name, words)}(?:[\s,(]*(?P<{name}_y>{year})\)?)?"


def _several(name: str, words: str) -> str:
    """Numbers from 1 to 6, one or more of them: "3", "1-2", "1, 3 and HT5"."""
    end = r"(?![\w%]|[.:]\d)"
    return rf"(?P<{name}_n>[1-6]{end}(?:\s*(?:-|/|&|\+|,\s*(?:and)?|to|and)\s*(?:{words}\s*)?[1-6]{end})*)"


def _vague(data: Mapping[str, Any]) -> dict[str, str]:
    relative = data["relative"]
    number = rf"(?:\d{{1,3}}(?:\s*-\s*\d{{1,3}})?|{any_of(data['numbers'])})"
    return {
        "phrase": rf"{any_of(relative['phrases'])}(?!\w)(?!(?<=term)\s*[1-6]\b)",
        "within": rf"{any_of(relative['within'])}\s+{number}\s+{any_of(relative['units'])}(?!\w)",
        "length": rf"{number}\s*{any_of(relative['units'])}(?!\w)",
        "vague": rf"{any_of(data['vague'])}(?!\w)",
        "event": rf"{any_of(data['events'])}(?!\w)",
        "week": rf"(?:(?P<wk>{any_of(data['week_words'])})|{any_of(data['day_words'])})"
        rf"\s?(?P<wk_n>\d{{1,3}})(?:\s*(?:-|to)\s*\d{{1,3}})?(?!\w|\.\d)",
        "bare": rf"{any_of(data['break_words'])}(?!\w)",
    }


def _frequencies(data: Mapping[str, Any]) -> dict[str, str]:
    how = data["frequency"]
    number = rf"(?:\d{{1,2}}{_ORD}?|{any_of([*data['numbers'], *data['ordinals']])})"
    seasons = [name for s in data["seasons"] for name in s["names"]]
    festivals = [name for f in data["festivals"] for name in f["names"]]
    of = any_of([*how["units"], *chain(*data["months"], *data["weekdays"]), *seasons, *festivals])
    return {
        "frequency": rf"(?:{any_of(how['words'])}|{any_of(how['every'])}\s+(?:{number}\s+)?{of}"
        rf"|{any_of(how['every'])}(?:\s+\w+){{0,2}}\s+{any_of(how['occasions'])})(?!\w)",
        "count": rf"(?:{any_of(how['counts'])}|(?:\d{{1,2}}|{any_of(data['numbers'])})"
        rf"\s*(?:{any_of(how['times'])}|\s\w+)?)\s*{any_of(how['a'])}\s*{any_of(how['units'])}(?!\w)",
        "plurals": rf"{any_of(how['plurals'])}(?!\w)",
    }
