"""The power map as a paper: the decision, who can move it, and what nobody knows yet."""

from collections.abc import Sequence

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import (
    Block,
    Heading,
    Items,
    Paper,
    Paragraph,
    Picture,
    Table,
)
from groundwork.learner.papers.open_questions import open_questions
from groundwork.subject import power, power_asks
from groundwork.subject.power import INFLUENCE, PowerMap
from groundwork.subject.remark import harms_in_words

TITLE = "Power map"
OURS = {True: "yes", False: "no", None: "not known yet"}


def paper(
    made: PowerMap,
    *,
    picture: Picture | None = None,
    unfinished: Sequence[str] = (),
    invented: str = "",
) -> Paper:
    """Return the map as a paper.

    Parameters
    ----------
    unfinished
        Who is on the list and not on the map, because part, influence or stance is open.
    """
    blocks: list[Block] = []
    if not made.actors:
        blocks.append(Paragraph("Nobody is on the map yet."))
    if made.actors:
        blocks += [Heading("In short"), Items.flat(*power_asks.follows(made))]
        blocks += [Heading("Who can move it"), _actors(made)]
    if unfinished:
        names = "; ".join(unfinished)
        blocks.append(
            Paragraph(f"Not on the map yet, since part, influence or stance is open: {names}.")
        )
    if made.actors:
        blocks += open_questions(power.review(made))
    return Paper(
        title=TITLE,
        subject=f"The decision: {made.decision.strip() or 'not written yet'}",
        reader="the core team that prepares the decision",
        blocks=tuple(blocks),
        asks=tuple(power_asks.asks(made, unfinished)),
        box=law_cards.box("power_map"),
        annex=(Heading("The map as a picture"), picture) if made.actors and picture else (),
        view=(
            "One person's judgment on one day, about positions and groups. A position that one "
            "person holds points to that person. Ask before you rely on it."
        ),
        look=harms_in_words(power.review(made)),
        record=public_record.POWER_MAP,
        invented=invented,
    )


def _actors(made: PowerMap) -> Table:
    return Table(
        "Positions and groups",
        ("Who", "Part", "Influence", "Stance", "To move them", "Our own staff?"),
        tuple(
            (
                actor.name,
                actor.part,
                INFLUENCE[actor.influence],
                power.stance_words(actor),
                actor.move.strip() or "not known yet",
                OURS[actor.ours],
            )
            for actor in made.actors
        ),
        (5, 3, 3, 3, 5, 2.4),
    )
