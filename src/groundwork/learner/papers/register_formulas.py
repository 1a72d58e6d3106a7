"""The formulas of a register's workbook, with columns called by name.

What a formula computes here is what `groundwork.subject.metrics.verdict` and `gap` say, in Excel's
words; the value that they say stands beside each formula.
"""

import re

from groundwork.learner.papers import workbook
from groundwork.subject.metrics import digits, path, verdict
from groundwork.subject.metrics.choices import HIGHER, LOWER, PROGRESS
from groundwork.subject.metrics.path import BEHIND, ON_PATH, UNSURE
from groundwork.subject.metrics.progress import LEAST_CHANGE
from groundwork.subject.units import MINUS

MET, IMPROVING, NO_CHANGE, WORSE = PROGRESS

# Columns of the sheet of values, by what a formula calls them.
_PLACES = (
    *("id", "name", "unit", "for", "with", "direction", "years"),
    *("base", "base_year", "base_low", "base_high", "base_other", "target", "target_year"),
    *("now", "now_year", "now_low", "now_high", "now_other"),
    *("digits", "exact", "path", "ahead", "on_path", "changed", "how"),
)


def in_cells(formula: str) -> str:
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


_ANY = f"COUNT({','.join(f'[{each}]' for each in (*_PRINTED, *_LIMITS))})"
DIGITS = "=" + _either(
    (f"{_ANY}=0", '""'),
    *((_shows(at), str(at)) for at in range(digits.MOST)),
    otherwise=str(digits.MOST),
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
# So many decimals show the path, and what is ahead of it, in the digits of the row or more.
PATH_DIGITS = "AND([digits]<={places},ROUND([path],{places})=[path])"
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
DIFFERENCE = '=IF(COUNT([{0}],[{0}_other])=2,ROUND([{0}]-[{0}_other],9),"")'
RATIO = '=IF(COUNT([{0}],[{0}_other])=2,IF(AND([{0}]>=0,[{0}_other]>0),[{0}]/[{0}_other],""),"")'
