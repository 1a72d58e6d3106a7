"""What a paper asks its reader about a map, and that nobody has checked it."""

from collections.abc import Iterable

from groundwork.learner.papers.model import Block, Heading, Items, Paragraph
from groundwork.subject import silence
from groundwork.subject.remark import Remark


def open_questions(remarks: Iterable[Remark]) -> list[Block]:
    """Return the questions that are still open.

    What the page says about words is for the writer; the reader gets what is still open.
    """
    asked = [remark.question for remark in remarks if remark.question]
    listed: list[Block] = [Items.flat(*asked)] if asked else []
    # A list without questions is no approval.
    return [Heading("Open questions"), *listed, Paragraph(silence.UNCHECKED)]
