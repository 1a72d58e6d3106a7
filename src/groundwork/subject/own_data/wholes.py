"""Labels that stand for all together, and what must hold between a whole and its parts."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.report import Note, Problem

Rows = Callable[[Sequence[int]], tuple[int, ...]]
Kept = Mapping[str, Column]


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


# One of these makes a label a whole, where the rest says nothing of who they are.
_ALL = _list(
    "all total totals overall combined everyone everybody both entire whole any aggregate ttl"
    " statewide countywide citywide nationwide todos todas todo toda"
)
_NEUTRAL = _list(
    "age ages race races racial ethnic ethnicity ethnicities sex sexes gender genders group groups"
    " person persons people population populations pop resident residents individual individuals"
    " and or the of in for with incl including included includes excl excluding unknown unknowns"
    " missing other others unspecified stated not origin origins category categories level levels"
    " grand sub county counties state city department district districts region regions area areas"
    " place places tract tracts zip zips record records case cases death deaths birth births event"
    " events respondent respondents patient patients student students staff client clients"
    " participant participants household households member members income incomes education"
    " reported count counts sum subgroup subgroups subpopulation demographics demographic crude"
    " adjusted unadjusted community communities national us u s usa nation united states"
)
_STATES = _list(
    "al ak az ar ca co ct dc de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj"
    " nm ny nc nd oh ok or pa pr ri sc sd tn tx ut vt va wa wv wi wy"
)
_WHOLE_PLACE = re.compile(
    r"united states(?: of america)?|u\.?s\.?a?|nation(?:al|wide)?|(?:.*, )?statewide(?:, .*)?|state"
    r"|county ?wide|(?:whole|entire) (?:county|state|city)|city ?wide|department ?wide",
    re.IGNORECASE,
)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'s)?", text.casefold())


def is_everybody(text: str) -> bool:
    """Say whether a label stands for all groups together.

    >>> is_everybody("ALL (incl. unknown)"), is_everybody("Allegheny"), is_everybody("Both Sexes")
    (True, False, True)
    >>> is_everybody("Female total"), is_everybody("Statewide"), is_everybody("All other")
    (False, True, False)
    """
    words = _words(text)
    if not words or not _ALL & set(words):
        return False
    if words[-1] in ("other", "others") or (words[0] == "all" and words[1:2] == ["other"]):
        return False
    rest = set(words) - _ALL - _NEUTRAL
    return not rest or (words[0] in _ALL and len(words) == 2 and words[1] in _STATES)


def is_whole_place(text: str) -> bool:
    """Say whether a place is the whole that other places are parts of.

    >>> is_whole_place("Washington, statewide"), is_whole_place("United States")
    (True, True)
    """
    return bool(_WHOLE_PLACE.fullmatch(text.strip())) or is_everybody(text)


def labels_of_wholes(labels: Iterable[object], name: str) -> set[object]:
    """Give those of the labels of a column that stand for all the others together.

    "Riverbend total" or "All women" is one, too, where either none or all of the other labels
    speak of Riverbend or of women. ``name`` is "group" or "district".
    """
    found = {label for label in labels if label}
    out: set[object] = set()
    for label in found:
        parts = [part.strip() for part in str(label).split(",")]
        whole = is_everybody(str(label)) or (len(parts) > 1 and all(map(is_everybody, parts)))
        if whole or (name == "district" and is_whole_place(str(label))):
            out.add(label)
    others = found - out
    by_rest = {label for label in others if _is_all_of(str(label), others - {label})}
    # "Female total" beside "Male total": each is a part, and neither is the whole.
    return out | by_rest if len(by_rest) == 1 else out


_AT_THE_END = ("total", "overall", "combined", "ttl")


def _is_all_of(label: str, others: Collection[object]) -> bool:
    """Whether a label is all of something that none, or each, of the others speaks of."""
    words = _words(label)
    if len(words) < 2 or not (words[0] in ("all", "total") or words[-1] in _AT_THE_END):
        return False
    rest = set(words) - _ALL - _NEUTRAL
    if not rest or not others or "other" in words or any(word[0].isdigit() for word in rest):
        return False
    speak = [rest <= set(_words(str(other))) for other in others]
    return all(speak) or not any(rest & set(_words(str(other))) for other in others)


def beside_parts(kept: Kept, rows: Rows) -> tuple[list[Note], list[Problem]]:
    """Tell that "All" stands beside its parts, and refuse a part larger than its whole."""
    notes: list[Note] = []
    problems: list[Problem] = []
    for name, places in places_of_wholes(kept).items():
        column = kept[name]
        whole = {column.values[at] for at in places}
        said = f"{', '.join(sorted(map(str, whole)))} stands beside its parts: never add them up"
        notes.append(Note(said, rows(sorted(places)), column.name, look=True))
        problems += _larger_parts(kept, name, whole, rows)
    for name in ("group", "district"):
        if name not in kept:
            continue
        column = kept[name]
        labels = set(filter(_is_subtotal, column.labels))
        labels -= labels_of_wholes(set(column.values), name)
        if labels:
            at = [at for at, value in enumerate(column.values) if value in labels]
            said = f"{', '.join(sorted(map(str, labels))[:4])} may stand for several groups"
            notes.append(
                Note(f"{said}: never add it to its parts", rows(at), column.name, look=True)
            )
    return notes, problems


def _is_subtotal(label: object) -> bool:
    """Whether a label reads like a total of some, such as "Female total"."""
    words = _words(str(label or ""))
    if len(words) < 2 or "," in str(label) or "other" in words or "others" in words:
        return False
    return words[0] in ("all", "total", "subtotal") or words[-1] in (*_AT_THE_END, "subtotal")


def places_of_wholes(kept: Kept) -> dict[str, set[int]]:
    """Give the places of rows that are the sum of others, by the column that says so."""
    out: dict[str, set[int]] = {}
    for name in ("group", "district"):
        column = kept.get(name)
        if not column:
            continue
        labels = set(column.values) - {None}
        whole = labels_of_wholes(labels, name)
        if whole and len(labels) > len(whole):
            out[name] = {at for at, value in enumerate(column.values) if value in whole}
    return out


def _larger_parts(kept: Kept, name: str, whole: set[object], rows: Rows) -> list[Problem]:
    others = [
        n for n in ("measure", "year", "quarter", "district", "group") if n in kept and n != name
    ]
    out = []
    for number in ("events", "denominator"):
        column = kept.get(number)
        if not column:
            continue
        wholes: dict[tuple[object, ...], object] = {}
        keys = list(zip(*(kept[n].values for n in others), strict=True)) or [()] * len(
            column.values
        )
        labels = kept[name].values
        for key, label, value in zip(keys, labels, column.values, strict=True):
            if label in whole and value is not None:
                wholes[key] = value
        larger = [
            at
            for at, (key, label, value) in enumerate(zip(keys, labels, column.values, strict=True))
            if label not in whole and value is not None and key in wholes and value > wholes[key]  # type: ignore[operator]
        ]
        if larger:
            at = larger[0]
            found = (
                f"{column.values[at]:,} for {labels[at]}, and {wholes[keys[at]]:,} for all together"
            )
            fix = "Check both rows: a part is never larger than its whole."
            out.append(Problem(rows(larger), column.name, found, "a part within its whole", fix))
    return out
