"""The readiness profile as a paper for those who can act on it."""

from collections.abc import Iterable, Mapping, Sequence

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Picture, Table
from groundwork.subject import readiness, readiness_asks
from groundwork.subject.readiness import DONT_KNOW, Rating
from groundwork.subject.readiness_statements import LEVELS, NEEDS, Statement
from groundwork.subject.remark import harms_in_words

TITLE = "Readiness profile"


def paper(
    ratings: Iterable[Rating],
    *,
    picture: Picture | None = None,
    notes: Mapping[str, str] | None = None,
    former: Sequence[str] = (),
    invented: str = "",
) -> Paper:
    """Return the profile as a paper: only what is answered; what is unknown is its ask list.

    Parameters
    ----------
    ratings
        What is rated.
    picture
        The profile's chart; left out while nothing is answered.
    notes
        Notes on statements without a rating.
    former
        A sentence for each rating of a wording that nobody is asked to rate any more.
    invented
        What is invented in it, or "".
    """
    rated = list(readiness.check_ratings(ratings).values())
    table = readiness.profile(rated)
    blocks: list[Block] = [Heading("What the ratings say")]
    found = readiness.findings(table)
    if len(found) > 1:  # one alone counts what is answered in all
        blocks.append(Paragraph(f"In all, {readiness.counted(table)}."))
    if found:
        blocks.append(Items.flat(*found))
    else:
        blocks.append(Paragraph("Nothing is answered yet."))
    if rated and (left := readiness.unanswered(table)):
        blocks.append(Paragraph(left))
    # One need alone is told by the sentences above it: a picture of one bar would say it again.
    counts = _counts(rated)
    if picture and len(counts.rows) > 1:
        blocks += [picture, counts]
    if any(rating.level for rating in rated):
        blocks += [
            Heading("What shows it"),
            *_statements(rated),
        ]
    if former:
        blocks += [Heading("Ratings of former wordings"), Items.flat(*former)]
    return Paper(
        title=TITLE,
        subject="Five needs of the work for health equity and racial justice",
        reader="the health officer and the senior team",
        blocks=tuple(blocks),
        asks=tuple(readiness_asks.asks(rated, notes)),
        box=law_cards.box("readiness_profile"),
        view=(
            "One person's view on one day, to begin a conversation. Others who rate the same "
            "statements will see other things."
        ),
        look=harms_in_words(readiness.harms(rated, notes)),
        record=public_record.EVIDENCE,
        is_named_by_writer=True,
        invented=invented,
    )


def _counts(rated: Sequence[Rating]) -> Table:
    """Say as a table what the chart shows, for the needs with an answer."""
    profile = readiness.profile(rated)
    answered = profile[(profile["rated"] > 0) | (profile["unknown"] > 0)]
    levels = [f"level_{each.number}" for each in LEVELS]
    return Table(
        "How many statements of each need have which rating",
        ("Need", *(f"{each.number} {each.name}" for each in LEVELS), DONT_KNOW),
        tuple(
            (row["title"], *(str(row[level]) for level in levels), str(row["unknown"]))
            for _, row in answered.iterrows()
        ),
        (4, *[2] * len(LEVELS), 2),
    )


def _statements(rated: Sequence[Rating]) -> list[Block]:
    """List each need's rated statements with the evidence; an unknown one is in the ask list."""
    found = {rating.statement: rating for rating in rated if rating.level}
    tables: list[Block] = []
    for need in NEEDS:
        rows = tuple(
            (
                each.text,
                _rating(each, found[each.id].level),
                found[each.id].evidence.strip() or "nothing noted",
            )
            for each in need.statements
            if each.id in found
        )
        if rows:
            tables.append(
                Table(need.title, ("Statement", "Rating", "What shows it"), rows, (6, 4, 5))
            )
    return tables


def _rating(statement: Statement, level: int | None) -> str:
    """Say a level, and what it means for this statement."""
    words = readiness.level_words(level)
    return words if level is None else f"{words}: {statement.steps[level - 1]}"
