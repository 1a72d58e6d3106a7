"""A root-cause map: an outcome, and under it what it happens because of, level by level.

The levels follow the usual ladder from structural to individual determinants (Solar and Irwin,
WHO 2010), in our own words. A map shows what a group thinks and on what evidence; it proves
nothing by itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from groundwork.subject import silence, small_groups, wording
from groundwork.subject.errors import UserError
from groundwork.subject.remark import Remark

LEVELS = {
    "policy": "Policy and law",
    "institution": "Institution and budget",
    "neighborhood": "Neighborhood and living conditions",
    "service": "Service and bedside",
    "individual": "Individual",
}
"""Levels of cause, from the one that reaches most people to the one that reaches one."""

EVIDENCE = {
    "data": "I have data",
    "study": "Published study",
    "people": "People told us",
    "guess": "My guess",
}
"""What a cause rests on."""

TOLD_AS = {
    "data": "data",
    "study": "published study",
    "people": "people told us",
    "guess": "guess, no evidence yet",
}
"""What a cause rests on, for somebody who did not make the map."""

OUTCOME = ""  # the id that stands for the outcome, under which the first causes are
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_NAMES_RACE = re.compile(
    rf"\b(?:{small_groups.NAMED}|race|races|racial|racially|racism|racist|segregat\w*|redlin\w*"
    r"|tribal|tribes?|immigrants?|immigration|enslave\w*|slavery|jim crow|covenants?|ethnic\w*)\b",
    re.IGNORECASE,
)
_CLOSE_TO_THE_PERSON = {"service", "individual"}


@dataclass(frozen=True)
class Cause:
    """One cause: what it says, which cause it explains, its level and what it rests on."""

    id: str
    under: str
    text: str
    level: str
    evidence: str
    source: str = ""


@dataclass(frozen=True)
class CauseMap:
    """An outcome and its causes; causes under the same one are in the order of the tuple."""

    outcome: str
    causes: tuple[Cause, ...] = ()


def get(map: CauseMap, id: str) -> Cause:
    """Return a cause by its id."""
    for cause in map.causes:
        if cause.id == id:
            return cause
    raise UserError(f"There is no cause {id!r} in this map.", "Open the lesson again.")


def under(map: CauseMap, id: str = OUTCOME) -> tuple[Cause, ...]:
    """Return the causes directly under a cause, or under the outcome."""
    return tuple(cause for cause in map.causes if cause.under == id)


def branch(map: CauseMap, id: str) -> set[str]:
    """Return the ids of a cause and of everything under it."""
    return {id}.union(*(branch(map, cause.id) for cause in under(map, id)))


def walk(map: CauseMap, id: str = OUTCOME, depth: int = 1) -> Iterator[tuple[int, Cause]]:
    """Yield each cause below `id` with its depth, every branch to its end before the next."""
    for cause in under(map, id):
        yield depth, cause
        yield from walk(map, cause.id, depth + 1)


def add(
    map: CauseMap, text: str, level: str, evidence: str, source: str = "", *, below: str = OUTCOME
) -> CauseMap:
    """Return the map with one more cause, under another cause or under the outcome."""
    if below != OUTCOME:
        get(map, below)
    number = 1 + max((int(cause.id[1:]) for cause in map.causes), default=0)
    new = _checked(Cause(f"c{number}", below, text, level, evidence, source))
    return replace(map, causes=(*map.causes, new))


def edit(map: CauseMap, id: str, **changes: str) -> CauseMap:
    """Return the map with one cause changed: its text, level, evidence, source or place (`under`).

    Raises
    ------
    UserError
        When the cause would come under itself.
    """
    old = get(map, id)
    new = _checked(replace(old, **changes))
    if new.under != OUTCOME:
        get(map, new.under)
    if new.under in branch(map, id):
        raise UserError(
            "A cause cannot stand under itself or under its own causes.",
            "Move it under the outcome first.",
        )
    others = [new if cause.id == id else cause for cause in map.causes]
    return replace(map, causes=tuple(others))


def move(map: CauseMap, id: str, step: int) -> CauseMap:
    """Return the map with a cause one place earlier (-1) or later (1) beside its neighbors."""
    beside = [cause.id for cause in under(map, get(map, id).under)]
    place = beside.index(id) + step
    if not 0 <= place < len(beside):
        return map
    causes = list(map.causes)
    here, there = (next(i for i, c in enumerate(causes) if c.id == x) for x in (id, beside[place]))
    causes[here], causes[there] = causes[there], causes[here]
    return replace(map, causes=tuple(causes))


def remove(map: CauseMap, id: str) -> CauseMap:
    """Return the map without a cause and without everything under it."""
    get(map, id)
    gone = branch(map, id)
    return replace(map, causes=tuple(cause for cause in map.causes if cause.id not in gone))


def lines(map: CauseMap) -> list[str]:
    """Return the map as indented text, one line a cause."""
    return [map.outcome, *("  " * depth + in_words(cause) for depth, cause in walk(map))]


def to_data(map: CauseMap) -> dict[str, Any]:
    """Return the map as plain JSON data."""
    return {
        "outcome": map.outcome,
        "causes": [asdict(cause) for cause in map.causes],
    }


def from_data(data: Any) -> CauseMap:
    """Return the map that `to_data` wrote.

    Raises
    ------
    UserError
        When something is missing, twice there, or hangs on nothing.
    """
    try:
        causes = tuple(_checked(Cause(**row)) for row in data["causes"])
        map = CauseMap(str(data["outcome"]), causes)
        numbered = all(int(cause.id.removeprefix("c")) > 0 for cause in causes)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise UserError(
            "This is no root-cause map.", "Use the file that the lesson saved."
        ) from None
    ids = [cause.id for cause in causes]
    once = len(set(ids)) == len(ids)  # before walking: a second cause could stand under itself
    if not once or not numbered or len(list(walk(map))) < len(ids):
        raise UserError(
            "The root-cause map names a cause twice, or one that hangs on nothing.",
            "Use the file that the lesson saved.",
        )
    return map


def review(map: CauseMap) -> list[Remark]:
    """List what a careful colleague would ask about the map; show `closing` below it."""
    if not map.causes:
        return [Remark(what="Start with the outcome: ask “because?” and add a first cause.")]
    return [*_small_groups(map), *_wording(map), *_branches(map), *_race(map), *_evidence(map)]


def closing(map: CauseMap) -> str:
    """Say what the review looked at and cannot tell."""
    phrases = sum(len(wording.remarks(text)) for _, text in _texts(map))
    looks_at = "levels, branches, whether a cause names race, and named evidence"
    return silence.closing(review(map), looks_at, phrases)


def _texts(map: CauseMap) -> list[tuple[str, str]]:
    """Return the id and the sentence of the outcome and of each cause, which begins "because"."""
    because = [(cause.id, wording.because(cause.text)) for cause in map.causes]
    return [(OUTCOME, map.outcome), *because]


def _small_groups(map: CauseMap) -> Iterator[Remark]:
    yield from small_groups.remarks(OUTCOME, map.outcome)
    for cause in map.causes:
        yield from small_groups.remarks(cause.id, cause.text, cause.source)


def _race(map: CauseMap) -> Iterator[Remark]:
    """Ask once whether racism was looked for, where no cause says that a rule sorted by race."""
    if not any(_NAMES_RACE.search(f"{cause.text} {cause.source}") for cause in map.causes):
        yield Remark(
            what="No cause names race. Whom did each rule, budget or place on the map sort, and "
            "who decided that? Looked for and not found? Write that, with where you looked.",
            question="No cause on the map names race. Whom did each rule, budget or place sort, "
            "and who decided that?",
        )


def _wording(map: CauseMap) -> Iterator[Remark]:
    said: dict[str, list[str]] = {}  # a remark to the causes that it is about
    for id, text in _texts(map):
        for remark in wording.remarks(text):
            words = f"“{remark.found}”: {remark.why} Try: {remark.try_instead}."
            said.setdefault(words, []).append(id)
    for words, ids in said.items():
        about = ids[0] if len(ids) == 1 else OUTCOME
        yield Remark(about=about, each=tuple(ids), what=words, is_wording=True)


def _branches(map: CauseMap) -> Iterator[Remark]:
    if all(cause.level in _CLOSE_TO_THE_PERSON for cause in map.causes):
        yield Remark(
            what="No cause lies above the bedside yet. Ask of each: which rule, budget or place "
            "makes this likely?",
            question="No cause on the map lies above the bedside. Which rule, budget or place "
            "makes these "
            "likely?",
        )
    ends = [c for c in map.causes if c.level == "individual" and not under(map, c.id)]
    yield from _together(
        ends,
        "stops at what a person does. What makes it the likely thing to do here? Ask “because?” "
        "once more.",
        "causes stop at what a person does: {}. What makes it the likely thing to do here? Ask "
        "“because?” once more.",
        "What makes it the likely thing to do here: {}?",
    )
    if len(under(map)) == 1:
        yield Remark(
            what="There is only one branch. What else leads to this outcome?",
            question="What else leads to this outcome? The map has one branch.",
        )


def _evidence(map: CauseMap) -> Iterator[Remark]:
    if all(cause.evidence == "guess" for cause in map.causes):
        yield Remark(
            what="Every cause is a guess so far. Which one could you look up or ask about?",
            question="Every cause on the map is a guess. What shows them, or shows otherwise?",
        )
    else:
        yield from _together(
            [cause for cause in map.causes if cause.evidence == "guess"],
            "is a guess so far. What would show it, or show otherwise?",
            "causes are guesses so far: {}. What would show them, or show otherwise?",
        )
    yield from _together(
        [cause for cause in map.causes if cause.evidence != "guess" and not cause.source.strip()],
        "has no named evidence yet. Name the data, study or people, so that others can check it.",
        "causes have no named evidence yet: {}. Name the data, study or people, so that others "
        "can check them.",
    )


def _together(
    found: Sequence[Cause], one: str, several: str, question: str = ""
) -> Iterator[Remark]:
    """Say the same about several causes in one remark.

    `several` and `question` have {} for their names.
    """
    names = "; ".join(f"“{cause.text}”" for cause in found)
    asked = question.format(names)
    if len(found) == 1:
        yield Remark(about=found[0].id, what=f"“{found[0].text}” {one}", question=asked)
    elif found:
        count = NUMBERS[len(found)] if len(found) < len(NUMBERS) else str(len(found))
        ids = tuple(cause.id for cause in found)
        yield Remark(each=ids, what=f"{count} {several.format(names)}", question=asked)


def in_words(cause: Cause, evidence: Mapping[str, str] = EVIDENCE) -> str:
    """Write a cause on one line: text, level, evidence (in the words of `evidence`) and source."""
    known = evidence[cause.evidence] + (f": {cause.source}" if cause.source else "")
    return f"Because {_within(cause.text)} [{LEVELS[cause.level]}; {known}]"


# What goes on with another capital or a mark is a name: "Our Lady Hospital", "People's Clinic".
_OPENING = re.compile(
    r"(?:The|An?|Our|Their|Its?|His|Her|No|Not|Nobody|Many|Most|Some|Few|All|Each|Every|There|We"
    r"|They|People|Staff|When|If|In|On|At|To|For|From|This|That|These|Those|More|Less|Too|First"
    r"|Second|Last|Next|Only|Free|Long|Late|Low|High)(?=\s+[a-z])"
)


def _within(text: str) -> str:
    """Return a cause as it stands within a sentence; a name keeps its capital."""
    return text[0].lower() + text[1:] if _OPENING.match(text) else text


def _checked(cause: Cause) -> Cause:
    """Return the cause with tidy text, or say what is missing."""
    tidy = replace(
        cause, text=_within(" ".join(cause.text.split())), source=" ".join(cause.source.split())
    )
    if not tidy.text:
        raise UserError("The cause has no words yet.", "Finish the sentence “because …”.")
    _one_of(tidy.level, LEVELS, "level", "Say on which level it lies")
    _one_of(tidy.evidence, EVIDENCE, "evidence", "Say how you know it")
    return tidy


def _one_of(value: str, known: dict[str, str], what: str, how: str) -> None:
    if value not in known:
        options: Sequence[str] = list(known.values())
        raise UserError(f"The cause has no {what} yet.", f"{how}: {'; '.join(options)}.")
