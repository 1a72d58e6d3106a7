"""Role statements as requests to HR: the text now, the text proposed, and blanks that HR fills."""

from collections.abc import Sequence

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Paper, Paragraph, Table
from groundwork.subject.counts import counted
from groundwork.subject.leadership import blanks, rights_asks, two_papers
from groundwork.subject.leadership.core_team import Seat, fund_in_words
from groundwork.subject.leadership.roles import CHANGES, RoleStatement, equity_fte, review_all
from groundwork.subject.remark import harms_in_words

TITLE = "Request to change a job description"
NOT_KNOWN = "not known yet"
REQUEST = "Say whether this can go into the job description, and fill in the second table."


def paper(
    roles: Sequence[RoleStatement], seats: Sequence[Seat] = (), *, invented: str = ""
) -> Paper:
    """Return the statements as a paper for HR, a table a position.

    Parameters
    ----------
    seats
        The seats of the core team, whose hours are held beside the statements' shares of time.
    """
    blocks: list[Block] = []
    for role in roles:
        blocks += [Heading(role.position), _request(role), _blanks(role)]
    if not roles:
        blocks.append(Paragraph("No position is named yet."))
    known = [role for role in roles if role.share is not None]
    several = f"{len(roles)} positions, {equity_fte(known):g} full-time positions' worth of time"
    if len(known) < len(roles):
        several += f" (not yet known for {len(roles) - len(known)})"
    names = roles[0].position if len(roles) == 1 else several
    return Paper(
        title=TITLE,
        subject=f"A duty to be written into the job: {names}" if roles else "A duty in the job",
        reader="the human resources office, with the position's supervisor",
        blocks=tuple(blocks),
        asks=tuple(rights_asks.of_roles(roles, seats)),
        box=law_cards.box("role_statement"),
        request=REQUEST if roles else "",
        view="A proposal of one person. The job description is what HR has signed.",
        look=harms_in_words(review_all(roles)),
        record=public_record.RIGHTS,
        invented=invented,
    )


def _request(role: RoleStatement) -> Table:
    share = NOT_KNOWN
    if role.share is not None:
        hours = counted(round(two_papers.hours_of(role.share)), "hour")
        share = f"{role.share:g} percent, about {hours} a year of a full-time position"
    rows = (
        ("Text now", role.current.strip() or NOT_KNOWN),
        ("Text proposed", "\n".join(role.duties) or NOT_KNOWN),
        ("What becomes of the text now", CHANGES.get(role.change, NOT_KNOWN)),
        ("Share of paid time", share),
        ("What comes off", role.comes_off_in_words),
        *([("Knowledge it draws on", role.knowledge.strip())] if role.knowledge.strip() else []),
        ("Decides alone", role.authority.strip() or NOT_KNOWN),
        ("Fund", fund_in_words(role.funded_by)),
        ("Supervisor", role.reports_to.strip() or NOT_KNOWN),
        ("Asked about in the yearly review", role.measured_by.strip() or NOT_KNOWN),
    )
    return Table(f"Proposed for {role.position}", ("What", "Text"), rows, (3, 8))


def _blanks(role: RoleStatement) -> Table:
    name = blanks.ROLE.name(role.position)
    return Table(name, blanks.COLUMNS, blanks.ROLE.rows(), (7, 2.5, 3))
