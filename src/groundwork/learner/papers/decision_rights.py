"""The decision-rights matrix as a paper: who decides by which paper, and the gaps."""

from decimal import Decimal

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
from groundwork.subject.counts import counted
from groundwork.subject.leadership import decision_checks, not_known, rights_asks, walk
from groundwork.subject.leadership.authority import MONEY, NONE, Authority
from groundwork.subject.leadership.decision_rights import (
    ADVISES,
    DECIDES,
    NOTICE,
    SIGNS,
    TOLD,
    WORKS,
    Decision,
    Matrix,
    Position,
)
from groundwork.subject.remark import harms_in_words, open_points

TITLE = "Decision-rights matrix"
NOT_NAMED = "not named"
REQUEST = (
    "Correct what is wrong, answer what is open, and say which paper will hold each row. Nothing "
    "is signed here."
)
LETTERS = (
    "“Advises” means: is asked before the decision. In charts of another kind (RACI) the letter A "
    "stands for “accountable”; here it does not. Who signs off may stop a decision on stated "
    "grounds, and does not make it."
)


def paper(matrix: Matrix, *, invented: str = "") -> Paper:
    """Return the matrix as a paper for those who can put it into force."""
    blocks: list[Block] = []
    if matrix.decisions:
        blocks += [_table(matrix), Paragraph(LETTERS), *_gaps(matrix), _governments(matrix)]
    else:
        blocks.append(Paragraph("No decision is written down yet."))
    return Paper(
        title=TITLE,
        subject="Who decides, who signs off, who is asked, who does the work and who is told",
        reader="the director, finance, HR and counsel",
        blocks=tuple(blocks),
        asks=tuple(rights_asks.of_matrix(matrix)),
        request=REQUEST if matrix.decisions else "",
        box=law_cards.box("decision_rights"),
        view=(
            "A draft of one person, about positions and groups. It gives nobody authority: the "
            "papers that it names do."
        ),
        look=_for_writer(matrix),
        record=public_record.RIGHTS,
        invented=invented,
    )


def _for_writer(matrix: Matrix) -> tuple[str, ...]:
    """Return what the writer alone looks at: what can hurt, and names that are in no list."""
    remarks = decision_checks.review(matrix)
    strangers = [each for each in remarks if each.code == not_known.STRANGER]
    names = dict.fromkeys(f"{each.what} {each.try_instead}" for each in strangers)
    return (*harms_in_words(remarks), *names)


def _table(matrix: Matrix) -> Table:
    return Table(
        "Each decision and the parts in it",
        (
            "Decision",
            "Decides",
            "Authority written in",
            "Signs off",
            "Advises",
            "Does the work",
            "Is told",
        ),
        tuple(_row(matrix, decision) for decision in matrix.decisions),
        (5, 4, 4.2, 3.6, 3.4, 4.2, 3),
    )


def _row(matrix: Matrix, decision: Decision) -> tuple[str, ...]:
    def names(letter: str) -> str:
        return "; ".join(each.name for each in matrix.who(decision.name, letter)) or NOT_NAMED

    needs = f" (${decision.needs.money:,.0f})" if decision.needs.money else ""
    if decision.needs.money is None:
        needs = " (dollars: not known yet)"
    papers = "; ".join(
        _paper(each, kind, written)
        for each in matrix.who(decision.name, DECIDES)
        for kind, written in each.papers(decision.needs).items()
    )
    notice = ""
    if decision.needs.staffing:
        notice = f"; notice to a union: {NOTICE.get(decision.notice) or NOTICE['open']}"
    signed = names(SIGNS)
    if signed != NOT_NAMED:
        days = decision.sign_days
        without = "no day is set" if decision.no_clock else "days: not known yet"
        signed += f", within {counted(days, 'working day')}" if days is not None else f"; {without}"
    return (
        f"{decision.name}{needs}{notice}",
        names(DECIDES),
        papers or _without_papers(matrix, decision),
        signed,
        names(ADVISES),
        names(WORKS),
        names(TOLD),
    )


def _paper(position: Position, kind: str, written: str) -> str:
    if kind in position.authority.leaves_open(Authority(Decimal(1), True, True)):
        return f"{kind}: not known yet" + (f" (see {written})" if written else "")
    limit = position.authority.money
    upto = f", up to ${limit:,.0f}" if kind == MONEY and limit is not None else ""
    return f"{kind}: {written or 'paper not known yet'}{upto}"


def _without_papers(matrix: Matrix, decision: Decision) -> str:
    """Say what stands where no kind of authority has a paper to be named."""
    if any(each.government for each in matrix.who(decision.name, DECIDES)):
        return "its own, as a government"
    return "none needed" if decision.needs == NONE else "not known yet"


def _gaps(matrix: Matrix) -> list[Block]:
    """Return what is open below each decision's name; what only the writer can mend is not here."""
    found = [
        each
        for each in open_points(decision_checks.review(matrix))
        if not each.harms and each.code != not_known.STRANGER
    ]
    blocks: list[Block] = [Heading("What is open")]
    for about in dict.fromkeys([*(decision.name for decision in matrix.decisions), ""]):
        gaps = [each.what for each in found if each.about == about]
        blocks += [Heading(about or "In all", 2), Items.flat(*gaps)] if gaps else []
    if not found:
        blocks.append(Paragraph("The checks of this course found none."))
    return [*blocks, Paragraph(walk.ends_in_words(matrix))]


def _governments(matrix: Matrix) -> Paragraph:
    names = [each.name for each in matrix.positions if each.government]
    if not names:
        return Paragraph(
            "No Tribal Nation is in this matrix. Does a decision touch a Nation's people, land or "
            "data? Then ask the Nation, as a government, how it wants to take part, and counsel "
            "what law and agreements say, before any row is put into force."
        )
    return Paragraph(
        f"{'; '.join(names)}: a government, and no adviser among others. What it decides, and how, "
        "both governments write down together."
    )
