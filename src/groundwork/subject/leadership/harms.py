"""What can hurt somebody in a paper on shared leadership, beside what holds for every paper.

The one rule for seats, charters, acts of leaders, role statements and matrices. What it finds comes
first among remarks, is always shown, and stands in the page for the writer alone.
"""

from collections.abc import Iterator, Mapping

from groundwork.subject import outside
from groundwork.subject.leadership import chosen_by_race, said
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark

RACE, BELIEF = "GW-H02", "GW-H03"


def found(
    about: str,
    *,
    titles: Mapping[str, str] | None = None,
    sentences: Mapping[str, str] | None = None,
    marked: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """Find what can hurt somebody in one row of a list.

    Parameters
    ----------
    about
        The row, as the list's first column has it.
    titles
        Fields that hold a position or a group, by the field's name: here a group's name chooses.
    sentences
        Fields that hold sentences. A group may be named in them as those whom the work is for.
    marked
        The fields by which somebody is judged: a belief there is an error, elsewhere a nudge.
    """
    texts = {**(titles or {}), **(sentences or {})}
    yield from outside.remarks(texts, about=about, positions=titles or (), of_duties=True)
    for part, text in (titles or {}).items():
        if words := said.race(text) or chosen_by_race.found(text):
            yield _of(about, part, RACE, WARNING, BY_RACE.format(words))
    for part, text in (sentences or {}).items():
        if words := chosen_by_race.found(text):
            yield _of(about, part, RACE, WARNING, BY_RACE.format(words))
    for part, text in texts.items():
        if words := said.speaks_for(text):
            yield _of(about, part, RACE, WARNING, BY_RACE.format(words))
        if words := said.belief(text):
            severity = ERROR if part in marked else NUDGE
            what = f"“{words}” asks what somebody holds, and not what they do."
            yield _of(about, part, BELIEF, severity, what)


BY_RACE = "“{}” reads as if race, sex or a group chose who does this work."
"""What is said of words that choose by race, in a list of a lesson and in a written answer."""
_THEN = {
    RACE: (
        "Work belongs to a position. Nobody has it by race, sex or origin, and nobody "
        "speaks for a group.",
        "Write what the position does. Is it a program's name, or whom the work is for? Then keep "
        "it.",
    ),
    BELIEF: (
        "Nobody is marked for a belief or an attitude, nor for its lack.",
        "Write an act that can be seen, and who sees it.",
    ),
}


def _of(about: str, part: str, code: str, severity: str, what: str) -> Remark:
    why, try_instead = _THEN[code]
    return Remark(
        code=code,
        severity=severity,
        about=about,
        part=part,
        what=what,
        why=why,
        try_instead=try_instead,
        harms=True,
    )
