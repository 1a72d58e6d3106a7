"""Goals for performance agreements as a paper for the supervisor, human resources and counsel."""

from collections.abc import Sequence

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Paper, Paragraph, Table
from groundwork.subject.days import day_of
from groundwork.subject.leadership import blanks, goal_asks
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.year_goals import YearGoal, review, statement_of
from groundwork.subject.remark import harms_in_words

TITLE = "Goal for a performance agreement"
NOT_KNOWN = "not known yet"
FAIR = (
    "The goal is about what is done, never about what somebody believes, says or feels. What "
    "waits for another's signature, money or freed hours is not counted against whoever holds the "
    "position. Nobody is rated lower for raising a concern in good faith."
)
REQUEST = "Say whether this can go into this year's agreement, and fill in the second table."


def paper(
    goals: Sequence[YearGoal], roles: Sequence[RoleStatement] = (), *, invented: str = ""
) -> Paper:
    """Return the goals as a paper, a table a position, with what others fill in and sign.

    Parameters
    ----------
    roles
        The role statements of the same positions: what comes off stands there.
    """
    blocks: list[Block] = []
    for goal in goals:
        blocks += [Heading(goal.position), _goal(goal, roles), _blanks(goal)]
    blocks.append(Paragraph(FAIR if goals else "No goal is written yet."))
    return Paper(
        title=TITLE,
        subject="What a position does this year, in which paid hours, and who asks about it",
        reader="the position's supervisor, human resources and counsel",
        blocks=tuple(blocks),
        asks=tuple(goal_asks.of_goals(goals, roles)),
        box=law_cards.box("role_statement"),
        request=REQUEST if goals else "",
        view="A proposal of one person. The agreement is what both have signed.",
        look=harms_in_words(review(goals, roles)),
        record=public_record.RIGHTS,
        invented=invented,
    )


def _goal(goal: YearGoal, roles: Sequence[RoleStatement]) -> Table:
    role = statement_of(goal, roles)
    rows = (
        ("Goal", goal.does.strip() or NOT_KNOWN),
        ("By", day_of(goal.day) or NOT_KNOWN),
        ("Paid hours in the year", f"{goal.hours:g}" if goal.hours else NOT_KNOWN),
        ("What comes off for them", role.comes_off_in_words if role else NOT_KNOWN),
        ("Who asks about it", goal.asks.strip() or NOT_KNOWN),
        ("What shows that it is done", goal.shown_by.strip() or NOT_KNOWN),
        ("Not counted against the person", goal.not_counted.strip() or NOT_KNOWN),
    )
    return Table(f"Proposed for {goal.position}", ("What", "Text"), rows, (3, 8))


def _blanks(goal: YearGoal) -> Table:
    name = blanks.GOAL.name(goal.position)
    return Table(name, blanks.COLUMNS, blanks.GOAL.rows(), (5, 3, 4))
