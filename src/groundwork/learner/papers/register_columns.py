"""The columns of a register's workbook: what each holds of a card, says, and computes.

What a formula computes here is what `groundwork.subject.metrics.verdict` and `gap` say, in Excel's
words; the value that they say stands beside each formula.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from groundwork.learner.papers import workbook
from groundwork.learner.papers.workbook import Column, Value
from groundwork.subject.metrics import digits, gap, path, short, verdict
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.choices import DIRECTIONS, FREQUENCIES, HIGHER, LOWER, PROGRESS
from groundwork.subject.metrics.interval import years_pooled
from groundwork.subject.metrics.path import BEHIND, ON_PATH, UNSURE, standing_of
from groundwork.subject.metrics.progress import LEAST_CHANGE
from groundwork.subject.units import MINUS

MET, IMPROVING, NO_CHANGE, WORSE = PROGRESS


@dataclass(frozen=True)
class Part:
    """One column: its heading, what it says with an example, and what it holds of a card."""

    label: str
    says: str
    example: str
    column: Column
    of: Callable[[MetricCard], Value]


def row_of(card: MetricCard, parts: Sequence[Part]) -> tuple[Value, ...]:
    """Return what each column holds of a card."""
    return tuple(part.of(card) for part in parts)


def _field(name: str, width: float, *, choices: tuple[str, ...] = ()) -> Part:
    """Return the column of a field of the card, in the card's own words."""
    field = FIELDS[name]
    kind = {"number": workbook.NUMBER, "whole number": workbook.WHOLE}.get(field.kind)
    kind = {"owner_dollars": workbook.DOLLARS, "next_review": workbook.DATE}.get(name, kind)

    def of(card: MetricCard) -> Value:
        value = getattr(card, name)
        if name == "next_review":
            return day(value)
        return "; ".join(value) if isinstance(value, tuple) else value

    column = Column(field.label, width, kind or workbook.TEXT, choices=choices)
    return Part(field.label, field.help, field.example, column, of)


def day(text: str) -> date | str:
    """Return a day as Excel counts it; what is no date stays text."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return text


def _computed(
    label: str, width: float, kind: str, says: str, formula: str, of: Callable[[MetricCard], Value]
) -> Part:
    column = Column(label, width, kind, formula=_in_cells(formula))
    return Part(label, says, "a formula", column, of)


# Columns of the sheet of values, by what a formula calls them.
_PLACES = (
    *("id", "name", "unit", "for", "with", "direction", "years"),
    *("base", "base_year", "base_low", "base_high", "base_other", "target", "target_year"),
    *("now", "now_year", "now_low", "now_high", "now_other"),
    *("digits", "exact", "path", "ahead", "on_path", "changed", "how"),
)


def _in_cells(formula: str) -> str:
    """Put the cells of a row for the names in brackets."""
    return re.sub(
        r"\[(\w+)\]",
        lambda found: workbook.column_letter(_PLACES.index(found[1])) + "{row}",
        formula,
    )


def _either(*pairs: tuple[str, str], otherwise: str) -> str:
    """Write the first value whose condition holds, as Excel nests it."""
    text = otherwise
    for condition, value in reversed(pairs):
        text = f"IF({condition},{value},{text})"
    return text


def _words(text: str) -> str:
    return f'"{text}"'


def _unless(condition: str, word: str, more: str) -> str:
    """Write a word, and more behind it where a condition does not hold."""
    return f'"{word}"&IF({condition},"",{_words(more)})'


_PRINTED, _LIMITS = ("base", "target", "now"), ("base_low", "base_high", "now_low", "now_high")


def _has(name: str, places: int) -> str:
    return f"ROUND([{name}],{places})=[{name}]"


def _shows(places: int) -> str:
    """Write whether a row shows no more decimals than so many; computed limits do not count."""
    tests = [_has(each, places) for each in _PRINTED]
    tests += [f"OR({_has(each, places)},NOT({_has(each, digits.MOST)}))" for each in _LIMITS]
    return f"AND({','.join(tests)})"


DIGITS = "=" + _either(
    *((_shows(at), str(at)) for at in range(digits.MOST)), otherwise=str(digits.MOST)
)
_OF_CHANGE = f"[digits]+IF(AND({','.join(_has(each, digits.MOST) for each in _LIMITS)}),0,1)"
_NOTHING = '[id]&[name]=""'
_SIGN = f'IF([direction]="{HIGHER}",1,-1)'
_DIRECTED = f'OR([direction]="{HIGHER}",[direction]="{LOWER}")'
_KNOWN = f"AND(COUNT([base],[target],[now])=3,{_DIRECTED})"
_A_WAY = f"{_SIGN}*([target]-[base])>0"
_MOVED = f"{_SIGN}*([now]-[base])"
_NOW_LIMITS = "AND(COUNT([now_low],[now_high])=2,[now_low]<=[now],[now]<=[now_high])"
_TESTED = (
    "AND(COUNT([base_low],[base_high])=2,[base_low]<=[base],[base]<=[base_high],"
    "COUNT([now_low],[now_high])=2,[now_low]<=[now],[now]<=[now_high])"
)


def _if_tested(word: str) -> str:
    """Write a word of Healthy People; without both intervals with the note that says so."""
    return _unless(_TESTED, word, verdict.AS_PRINTED)


_CHANGE = "([now]-[base])"
# The limits of the change, each of the two arms that reach to it.
_LOW = f"ROUND({_CHANGE}-SQRT(([now]-[now_low])^2+([base_high]-[base])^2),{digits.EXACT})"
_HIGH = f"ROUND({_CHANGE}+SQRT(([now_high]-[now])^2+([base]-[base_low])^2),{digits.EXACT})"
_BY_MORE_THAN_CHANCE = f"OR({_LOW}>0,{_HIGH}<0)"
_LEAST = f"{LEAST_CHANGE / 100}-1E-11"  # 0.1 of a decimal fraction is seldom exact
_BY_THE_RULE = _either(
    (f"{_MOVED}>0", f"ABS(([now]-[base])/([target]-[base]))>={_LEAST}"),
    ("[base]=0", "TRUE"),
    otherwise=f"ABS(([now]-[base])/[base])>={_LEAST}",
)
_ENOUGH = f"IF({_TESTED},{_BY_MORE_THAN_CHANCE},{_BY_THE_RULE})"
_REACHES = f"{_SIGN}*([now]-[target])>=0"
_MAY_BE_CHANCE = f"AND({_TESTED},{_MOVED}>0,NOT({_BY_MORE_THAN_CHANCE}))"
_SHARED = "AND(COUNT([base_year],[now_year],[years])=3,ABS([now_year]-[base_year])<[years])"
CHANGED = "=" + _either(
    (_NOTHING, '""'),
    ('[now]=""', _words(verdict.NO_LATEST)),
    (f"NOT({_KNOWN})", _words(verdict.UNKNOWN)),
    (f"NOT({_A_WAY})", _words(verdict.UNKNOWN)),
    (
        _REACHES,
        f"IF({_MAY_BE_CHANCE},{_words(MET + verdict.BY_CHANCE)},{_if_tested(MET)})",
    ),
    ("[now]=[base]", _if_tested(NO_CHANGE)),
    (f"NOT({_ENOUGH})", _if_tested(NO_CHANGE)),
    (f"{_MOVED}>0", _if_tested(IMPROVING)),
    otherwise=_if_tested(WORSE),
)


def _shown(number: str, places: str) -> str:
    """Write a number with so many decimals."""
    written = f"FIXED(ROUND({number},{places}),{places})"
    return f'SUBSTITUTE({written},"-","{MINUS}")'


# The nearer of both limits that is not 0, and the decimals that do not show it as 0.
_NEARER = f"MIN(IF({_LOW}=0,1,ABS({_LOW})),IF({_HIGH}=0,1,ABS({_HIGH})))"
_NOT_ZERO = f"MAX({_OF_CHANGE},ROUNDUP(ROUND(-LOG10(2*{_NEARER}),{digits.EXACT}),0))"
_LOW_SHOWN, _HIGH_SHOWN = _shown(_LOW, _NOT_ZERO), _shown(_HIGH, _NOT_ZERO)
_BY_INTERVALS = (
    f'"{verdict.BY_INTERVALS}: difference "&{_shown(_CHANGE, "[digits]")}&", 95 % interval "&'
    f'{_LOW_SHOWN}&" to "&{_HIGH_SHOWN}&IF(MIN(ABS({_LOW}),ABS({_HIGH}))<=10^-[digits]+1E-9,'
    f'{_words(verdict.AT_THE_EDGE)},"")'
)
_ACROSS_TARGET = f"AND({_NOW_LIMITS},[now_low]<[target],[target]<[now_high])"
HOW = "=" + _either(
    (f'OR({_NOTHING},[now]="")', '""'),
    (f"NOT({_KNOWN})", _words(verdict.MISSING)),
    (f"NOT({_A_WAY})", _words(path.NO_WAY)),
    (
        f"AND({_REACHES},NOT({_MAY_BE_CHANCE}))",
        f"IF({_ACROSS_TARGET},{_words(verdict.REACHED_ACROSS)},{_words(verdict.REACHED)})",
    ),
    otherwise=f"IF({_TESTED},{_BY_INTERVALS},{_words(verdict.BY_RULE)})"
    f'&IF({_SHARED},{_words(verdict.SHARED)},"")',
)
_ALL_YEARS = "COUNT([base],[base_year],[target],[target_year],[now],[now_year])=6"
_LATER = "[target_year]>[base_year],[now_year]>[base_year]"
_SHARE = "MIN(1,([now_year]-[base_year])/([target_year]-[base_year]))"
EXACT = (
    f"=IF(AND({_ALL_YEARS},{_DIRECTED},{_LATER},{_A_WAY}),"
    f'ROUND([base]+{_SHARE}*([target]-[base]),{digits.EXACT}),"")'
)


def _tells(places: int) -> str:
    """Write whether the path, so rounded, stays on its side of the latest value and its limits."""
    stays = "SIGN(ROUND([exact],{0})-[{1}])=SIGN([exact]-[{1}])"
    now, low, high = (stays.format(places, each) for each in ("now", "now_low", "now_high"))
    return f"AND([digits]<={places},{now},IF({_NOW_LIMITS},AND({low},{high}),TRUE))"


PATH = "=" + _either(
    ('[exact]=""', '""'),
    *((_tells(at), f"ROUND([exact],{at})") for at in range(digits.MOST + 1)),
    otherwise="[exact]",
)
AHEAD = f'=IF([path]="","",ROUND({_SIGN}*([now]-[path]),{digits.EXACT}))'


def _no_path(why: str) -> str:
    return _words(f"{verdict.UNKNOWN}: {why}")


STANDING = "=" + _either(
    (_NOTHING, '""'),
    ('[now]=""', _words(verdict.NO_LATEST)),
    (f"NOT(AND({_ALL_YEARS},{_DIRECTED}))", _no_path(path.MISSING)),
    (f"NOT({_A_WAY})", _no_path(path.NO_WAY)),
    ("[target_year]<=[base_year]", _no_path(path.NO_TIME)),
    ("[now_year]<=[base_year]", _no_path(path.TOO_EARLY)),
    (f"AND({_NOW_LIMITS},[now_low]<=[exact],[exact]<=[now_high])", _words(UNSURE)),
    ("[ahead]>=0", _unless(_NOW_LIMITS, ON_PATH, verdict.AS_PRINTED)),
    otherwise=_unless(_NOW_LIMITS, BEHIND, verdict.AS_PRINTED),
)
_DIFFERENCE = '=IF(COUNT([{0}],[{0}_other])=2,ROUND([{0}]-[{0}_other],9),"")'
_RATIO = '=IF(COUNT([{0}],[{0}_other])=2,IF(AND([{0}]>=0,[{0}_other]>0),[{0}]/[{0}_other],""),"")'


def _ahead(card: MetricCard) -> Value:
    expected, latest = path.path_shown(card), card.latest_value
    if expected is None or latest is None:
        return None
    return digits.rounded(
        (latest - expected) * (1 if card.direction == HIGHER else -1), digits.EXACT
    )


def _gap(part: str, moment: str) -> Callable[[MetricCard], Value]:
    def of(card: MetricCard) -> Value:
        found = gap.gap_at(card, moment)
        value: float | None = getattr(found, part) if found else None
        return value

    return of


_YEARS = Part(
    "Years in one value",
    "How many years are put together for one value: 1, or what the period says.",
    "3",
    Column("Years in one value", 8, workbook.WHOLE),
    years_pooled,
)
REGISTER: tuple[Part, ...] = (
    *(_field("id", 8), _field("name", 30), _field("unit", 12)),
    *(_field("focus_group", 17), _field("reference", 17)),
    *(_field("direction", 11, choices=DIRECTIONS), _YEARS),
    *(_field("baseline_value", 9), _field("baseline_year", 9), _field("baseline_low", 9)),
    *(_field("baseline_high", 9), _field("reference_baseline", 10)),
    *(_field("target_value", 9), _field("target_year", 8)),
    *(_field("latest_value", 9), _field("latest_year", 8), _field("latest_low", 9)),
    *(_field("latest_high", 9), _field("reference_latest", 10)),
    _computed(
        *("Decimals", 9, workbook.WHOLE),
        "How many decimals the values and limits of the row show: what is computed has as many.",
        *(DIGITS, digits.of_card),
    ),
    _computed(
        *("Path before rounding", 10, workbook.NUMBER),
        "Where a straight line from baseline to target is in the year of the latest value: this "
        "is compared.",
        *(EXACT, lambda card: getattr(standing_of(card), "expected", None)),
    ),
    _computed(
        *("Path in that year", 9, workbook.NUMBER),
        "The same as it is shown: with the decimals of the row, or more where those would move it "
        "to another side of the latest value or of one of its limits.",
        *(PATH, path.path_shown),
    ),
    _computed(
        *("Ahead of the path by", 9, workbook.NUMBER),
        "How far the latest value is on the better side of the path; below 0 is behind.",
        *(AHEAD, _ahead),
    ),
    _computed(
        *("Path", 20, workbook.TEXT),
        "On the path, behind it, or too uncertain to say: the interval reaches it. "
        "Without an interval as printed: chance is not ruled out.",
        *(STANDING, lambda card: verdict.on_path(card).word),
    ),
    _computed(
        *("Changed?", 17, workbook.TEXT),
        "Whether the latest value differs from the baseline, in the words of Healthy People 2030.",
        *(CHANGED, lambda card: verdict.changed(card).word),
    ),
    _computed(
        *("How that was decided", 30, workbook.TEXT),
        "By a test with both intervals, or by the 10 percent rule where one is missing.",
        *(HOW, lambda card: verdict.changed(card).how),
    ),
    _computed(
        *("Difference, baseline", 10, workbook.NUMBER),
        "Focus group minus the other group; in percentage points for percents.",
        *(_DIFFERENCE.format("base"), _gap("difference", "baseline")),
    ),
    _computed(
        *("Difference, latest", 10, workbook.NUMBER),
        "The same with the latest values.",
        *(_DIFFERENCE.format("now"), _gap("difference", "latest")),
    ),
    _computed(
        *("Ratio, baseline", 9, workbook.ROUNDED),
        "Focus group divided by the other group.",
        *(_RATIO.format("base"), _gap("ratio", "baseline")),
    ),
    _computed(
        *("Ratio, latest", 9, workbook.ROUNDED),
        "The same with the latest values.",
        *(_RATIO.format("now"), _gap("ratio", "latest")),
    ),
    _field("data_source", 20),
)
CARDS: tuple[Part, ...] = (
    *(_field("id", 8), _field("name", 30)),
    Part(
        "Asks",
        "Population: a condition of everybody. Program: how much, how well, or better off.",
        "Program, how well",
        Column("Asks", 14),
        lambda card: short.ASKED.get(card.kind or card.level, "").partition(":")[0],
    ),
    *(_field("numerator", 24), _field("denominator", 24)),
    *(_field("place", 16), _field("period", 16)),
    *(_field("target_basis", 18), _field("data_frequency", 12, choices=tuple(FREQUENCIES))),
    _field("counted_by", 22),
    *(_field("owner", 20), _field("deputy", 18), _field("owner_dollars", 12)),
    *(_field("authority", 14), _field("review_forum", 20)),
    *(_field("frequency", 12, choices=tuple(FREQUENCIES)), _field("next_review", 19)),
    *(_field("consequence", 36), _field("paired_measure", 12)),
)
