"""The root-cause map as a paper: the outcome, the chain behind it, and what is still a guess."""

from collections.abc import Sequence

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Picture
from groundwork.learner.papers.open_questions import open_questions
from groundwork.subject import cause_asks, causes
from groundwork.subject.causes import CauseMap
from groundwork.subject.remark import harms_in_words

TITLE = "Root-cause map"


def paper(map: CauseMap, *, pictures: Sequence[Picture] = (), invented: str = "") -> Paper:
    """Return the map as a paper; the pictures are those of the whole map, or of its branches."""
    blocks: list[Block] = []
    if not map.causes:
        blocks.append(Paragraph("There is no cause on the map yet."))
    if map.causes:
        blocks += [
            Heading("The chain: it happens because …"),
            Paragraph("In brackets: the level of the cause, and how it is known."),
            Items(
                tuple(
                    (depth - 1, causes.in_words(cause, causes.TOLD_AS))
                    for depth, cause in causes.walk(map)
                )
            ),
            *open_questions(causes.review(map)),
        ]
    return Paper(
        title=TITLE,
        subject=f"The outcome: {map.outcome or 'not written yet'}",
        reader="the deputy director and the program managers whose work it touches",
        blocks=tuple(blocks),
        asks=tuple(cause_asks.asks(map)),
        box=law_cards.box("root_cause_map"),
        annex=(Heading("The chain as a picture"), *pictures) if map.causes and pictures else (),
        view=(
            "One person's view on one day. A map shows what somebody thinks and on what evidence; "
            "it proves nothing by itself."
        ),
        look=harms_in_words(causes.review(map)),
        record=public_record.CAUSE_MAP,
        invented=invented,
    )
