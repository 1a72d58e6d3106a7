"""Rate a department on the five needs of internal infrastructure, without false precision.

A self-rating with evidence, made before and after, follows the idea of the BARHII organizational
self-assessment and of the Foundational Practices for Health Equity (HRSA CoIIN Region V). The
statements are in `groundwork.subject.readiness_statements`.

A level is an ordered word, not a quantity: levels are counted, and never added or averaged.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pandas as pd

from groundwork.subject import records, small_groups
from groundwork.subject.errors import UserError
from groundwork.subject.readiness_statements import (
    LEVELS,
    NEEDS,
    STATEMENTS,
    FormerStatement,
)
from groundwork.subject.remark import Remark


@dataclass(frozen=True)
class Rating:
    """One answer: a level from 1 to 4, or None for "I don't know", with the evidence for it."""

    statement: str
    level: int | None
    evidence: str = ""


DONT_KNOW = "I don't know"
"""The words of the answer whose level is None. It is a finding, not a zero."""

_NAMES = {level.number: level.name for level in LEVELS}
_FEWEST_FOR_A_MIDDLE = 3  # the middle of one or two answers is just those answers
NO_MIDDLE = "too few to say"


def level_words(level: int | None) -> str:
    """Say a level as the learner sees it, such as ``2 (talked about)``."""
    if level is not None and level not in _NAMES:
        raise UserError(f"There is no level {level!r}.", "Use 1, 2, 3, 4 or None.")
    return DONT_KNOW if level is None else f"{level} ({_NAMES[level]})"


def check_ratings(ratings: Iterable[Rating]) -> dict[str, Rating]:
    """Index ratings by statement, in the order of the statements.

    Raises
    ------
    UserError
        An unknown statement, a level that is not 1, 2, 3, 4 or None, or a statement rated twice.
    """
    found: dict[str, Rating] = {}
    for rating in ratings:
        if rating.statement not in STATEMENTS:
            near = get_close_matches(str(rating.statement), STATEMENTS, n=1)
            raise UserError(
                f"There is no statement {rating.statement!r}.",
                f"Did you mean {near[0]!r}?" if near else "Use an id such as 'roles_1'.",
            )
        # True == 1 in Python, so a stray True would pass as "not in place".
        if rating.level is not None and (
            isinstance(rating.level, bool) or rating.level not in _NAMES
        ):
            raise UserError(
                f"The level of {rating.statement!r} is {rating.level!r}.",
                "Use 1, 2, 3 or 4, or leave it out to say that you don't know.",
            )
        if rating.statement in found:
            raise UserError(
                f"The statement {rating.statement!r} is rated twice.",
                "Keep one rating of it.",
            )
        found[rating.statement] = rating
    return {id: found[id] for id in STATEMENTS if id in found}


def profile(ratings: Iterable[Rating]) -> pd.DataFrame:
    """Count the ratings of each need.

    Returns
    -------
    pandas.DataFrame
        One row a need, in order, indexed by its id. Columns: ``title``; ``statements`` (how many
        there are); ``level_1`` to ``level_4`` (counts); ``rated`` (their sum); ``unknown``
        (answered "I don't know"); ``unanswered``; ``with_note`` (rated, with a note on what shows
        it, which nobody judges); ``without_note`` (rated, none given); ``lowest`` and ``highest``
        (whole levels, missing when nothing is rated); ``median`` in words, such as
        ``3 (partly in place)`` or ``between 2 and 3``, and ``too few to say`` under three ratings.
    """
    found = check_ratings(ratings)
    rows = []
    for need in NEEDS:
        answers = [found[s.id] for s in need.statements if s.id in found]
        rated = [(a.level, bool(a.evidence.strip())) for a in answers if a.level is not None]
        levels = sorted(level for level, _ in rated)
        rows.append(
            {
                "title": need.title,
                "statements": len(need.statements),
                **{f"level_{n}": levels.count(n) for n in _NAMES},
                "rated": len(levels),
                "unknown": len(answers) - len(levels),
                "unanswered": len(need.statements) - len(answers),
                "with_note": sum(shown for _, shown in rated),
                "without_note": sum(not shown for _, shown in rated),
                "lowest": levels[0] if levels else None,
                "median": _median_words(levels),
                "highest": levels[-1] if levels else None,
            }
        )
    table = pd.DataFrame(rows, index=pd.Index([need.id for need in NEEDS], name="need"))
    return table.astype({"lowest": "Int64", "highest": "Int64"})


def _median_words(levels: list[int]) -> str:
    """The middle of sorted levels; two unlike middle ones are named, not averaged."""
    if len(levels) < _FEWEST_FOR_A_MIDDLE:
        return NO_MIDDLE
    low, high = levels[(len(levels) - 1) // 2], levels[len(levels) // 2]
    return level_words(low) if low == high else f"between {low} and {high}"


def counted(table: pd.DataFrame) -> str:
    """Say how much is answered, as form, path and paper say it.

    A statement counts as answered with a level or with "I don't know"; only a level is a rating.

    Parameters
    ----------
    table
        What `profile` returned, or some of its rows.

    Returns
    -------
    str
        Such as ``6 of 29 answered (4 rated, 2 “I don't know”)``, the part in brackets only where
        something is not known.
    """
    rated, unknown = int(table["rated"].sum()), int(table["unknown"].sum())
    said = f"{rated + unknown} of {table['statements'].sum()} answered"
    return f"{said} ({rated} rated, {unknown} “{DONT_KNOW}”)" if unknown else said


def words(table: pd.DataFrame) -> list[str]:
    """Say a profile in plain sentences: one paragraph a need, then how to read them.

    Parameters
    ----------
    table
        What `profile` returned.
    """
    told = [f"{sentence} {_advice(row)}".rstrip() for sentence, row in _by_need(table)]
    if not table["rated"].any() and not table["unknown"].any():
        return [*told, "Nothing is answered yet, so there is nothing to read here."]
    told.append(
        "This is one person's view on one day. Ask people in other positions and units to rate the "
        "same statements, then talk about where you differ."
    )
    return told


def findings(table: pd.DataFrame) -> list[str]:
    """Say what is answered, for a reader who did not rate: one paragraph a need with an answer."""
    answered = table[(table["rated"] > 0) | (table["unknown"] > 0)]
    return [sentence for sentence, _ in _by_need(answered)]


def unanswered(table: pd.DataFrame) -> str:
    """Say in one sentence which statements have no answer yet, or nothing when all have one."""
    left = table[table["unanswered"] > 0]
    if left.empty:
        return ""
    needs = "; ".join(f"{row['title']}, {row['unanswered']}" for _, row in left.iterrows())
    return (
        f"Not answered yet: {table['unanswered'].sum()} of {table['statements'].sum()} statements "
        f"({needs})."
    )


def _by_need(table: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    """Yield each need's sentences, which say nothing to anybody in particular, and its row."""
    for id, row in table.iterrows():
        told = [f"{counted(table.loc[[id]])}."]
        if row["rated"]:
            lowest, highest = level_words(int(row["lowest"])), level_words(int(row["highest"]))
            if lowest == highest:
                told.append(f"{'It is' if row['rated'] == 1 else 'All are'} at {lowest}.")
            else:
                told.append(f"They run from {lowest} to {highest}.")
            if lowest != highest and row["median"] != NO_MIDDLE:
                told.append(f"The middle rating is {row['median']}.")
            told.append(_noted(row["with_note"], row["rated"]))
        yield f"{row['title']}: {' '.join(told)}", row


def _noted(noted: int, rated: int) -> str:
    """Say how many of the ratings have a note on what shows them."""
    if rated == 1:
        return f"It has {'a' if noted else 'no'} note on what shows it."
    has = "has" if noted < 2 else "have"
    return f"{noted or 'None'} of the {rated} {has} a note on what shows it."


def _advice(row: pd.Series) -> str:
    told = []
    if row["without_note"]:
        told.append(
            "Note for each of the others what shows it, for a low rating too: a paper, or where "
            f"you looked. If nothing does, “{DONT_KNOW}” fits better."
        )
    if row["unknown"]:
        told.append(
            f"“{DONT_KNOW}” is a finding. Others may not be able to see it either. Ask, and note "
            "who knows."
        )
    return " ".join(told)


def harms(ratings: Iterable[Rating], notes: Mapping[str, str] | None = None) -> list[Remark]:
    """Remark on what is noted beside statements: only on what can hurt somebody."""
    noted = {each.statement: each.evidence for each in ratings} | dict(notes or {})
    return [remark for id, said in noted.items() for remark in small_groups.remarks(id, said)]


def of_former(statement: FormerStatement, level: int | None, evidence: str) -> str:
    """Say how a statement was rated that nobody is asked to rate any more."""
    shown = f" What showed it: {evidence.strip().removesuffix('.')}." if evidence.strip() else ""
    return (
        f"You rated a former wording: “{statement.text}” Your rating was {level_words(level)}."
        f"{shown} It stays in your file and does not count here."
    )


def compare(before: Iterable[Rating], after: Iterable[Rating]) -> pd.DataFrame:
    """Set two ratings of the same department side by side, statement by statement.

    Returns
    -------
    pandas.DataFrame
        One row a statement that was answered at least once, in order, indexed by its id. Columns:
        ``need``, ``text``, ``before``, ``after`` (level in words, "I don't know" or "not
        answered"), ``change`` and ``evidence`` (that of the later answer). ``change`` is one of
        *up*, *down*, *same*, *now known*, *no longer known*, *answered once*. How many steps a
        statement moved is not given: steps are not of one size.
    """
    first, second = check_ratings(before), check_ratings(after)
    rows = {
        id: {
            "need": statement.need,
            "text": statement.text,
            "before": level_words(first[id].level) if id in first else "not answered",
            "after": level_words(second[id].level) if id in second else "not answered",
            "change": _change(first.get(id), second.get(id)),
            "evidence": second[id].evidence.strip() if id in second else "",
        }
        for id, statement in STATEMENTS.items()
        if id in first or id in second
    }
    columns = ["need", "text", "before", "after", "change", "evidence"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("statement")


def _change(before: Rating | None, after: Rating | None) -> str:
    if before is None or after is None:
        return "answered once"
    if before.level is None or after.level is None:
        if before.level == after.level:
            return "same"
        return "now known" if before.level is None else "no longer known"
    if before.level == after.level:
        return "same"
    return "up" if after.level > before.level else "down"


def comparison_words(moves: pd.DataFrame) -> list[str]:
    """Say which statements moved, with the evidence, and what a move does not show.

    Parameters
    ----------
    moves
        What `compare` returned.
    """
    told = []
    for id, row in moves.iterrows():
        if row["change"] in ("same", "answered once"):
            continue
        shown = (
            row["evidence"].removesuffix(".") or "none noted, so this may be a change of view only"
        )
        told.append(
            f"{id} ({row['change']}): {row['text']} It was {row['before']} and is now "
            f"{row['after']}. Evidence: {shown}."
        )
    same = int((moves["change"] == "same").sum())
    once = int((moves["change"] == "answered once").sum())
    if not told:
        told.append("No statement moved.")
    if same:
        told.append(f"Statements with the same answer both times: {same}.")
    if once:
        told.append(f"Statements answered only once, so not compared: {once}.")
    told.append(
        "A lower rating is not a failure: people who have learned more may rate more strictly. "
        "Trust a move that has evidence."
    )
    return told


def to_data(ratings: Iterable[Rating]) -> list[dict[str, Any]]:
    """Turn ratings into plain lists and dictionaries, ready for JSON."""
    data: list[dict[str, Any]] = records.to_data(tuple(check_ratings(ratings).values()))
    return data


def from_data(data: Any) -> list[Rating]:
    """Read back what `to_data` wrote.

    Raises
    ------
    UserError
        The data is not a list of ratings, or a rating is damaged.
    """
    return list(check_ratings(records.from_data(tuple[Rating, ...], data, "ratings")).values())
