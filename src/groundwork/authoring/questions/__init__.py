"""Read the questions of a text: one module a kind, each saying every fault by its line."""

from collections.abc import Callable

from groundwork.authoring.questions import (
    card,
    choose,
    code,
    computed,
    flaw,
    guess,
    match,
    matrix,
    number,
    sort,
    table,
    text,
    write,
)
from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import Question

READERS: dict[str, Callable[[Block, Report], Question | None]] = {
    "choose": choose.read,
    "guess": guess.read,
    "sort": sort.read,
    "match": match.read,
    "matrix": matrix.read,
    "number": number.read,
    "computed": computed.read,
    "table": table.read,
    "code": code.read,
    "text": text.read,
    "write": write.read,
    "card": card.read,
    "flaw": flaw.read,
}


def read(block: Block, report: Report) -> Question | None:
    """Return the question that a block asks; None when it has too many faults to be one.

    Parameters
    ----------
    block
        A block whose kind is one of :data:`READERS`.
    report
        Called with the line and a sentence for each fault.
    """
    return READERS[block.kind](block, report)
