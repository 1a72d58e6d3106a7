"""What a matrix leaves open: a box without a word is a question, and never a no or a zero."""

from collections.abc import Iterator, Sequence

from groundwork.subject.leadership.authority import MONEY, RULES, STAFF
from groundwork.subject.leadership.decision_rights import DECIDES, Decision, Matrix, Position
from groundwork.subject.leadership.matrix_rows import near
from groundwork.subject.remark import WARNING, Remark

STRANGER = "GW-D18"
"""The remark on a name that is not in the list of positions."""
MAY = {
    MONEY: "how many dollars it may commit",
    STAFF: "whether it may decide about staff or hours",
    RULES: "whether it may decide about rules",
}
"""What is asked where an authority is open."""


def remarks(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    """Remark on what is not said of a decision, and of those who are named in it."""
    yield from _unsaid(decision)
    yield from _open_authority(matrix, decision)
    yield from _strangers(matrix, decision)


def in_words(kinds: Sequence[str]) -> str:
    """Say of which kinds of authority nothing is known."""
    return f"Not known yet: {' and '.join(MAY[kind] for kind in kinds)}."


def meant(matrix: Matrix, stranger: Position) -> str:
    """Return the names of the list that could be meant by one that is not in it, or ""."""
    listed = [position.name for position in matrix.positions if position.listed]
    return " or ".join(f"“{name}”" for name in near(stranger.name, listed))


def _unsaid(decision: Decision) -> Iterator[Remark]:
    if unsaid := decision.unsaid():
        yield Remark(
            code="GW-D17",
            severity=WARNING,
            about=decision.name,
            what=f"Not said yet: {' and '.join(unsaid)}.",
            why="Without it nobody can tell who may decide.",
            try_instead="Write 0, or choose “nothing else” or “no”, where that is so.",
        )


def _open_authority(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    for position in matrix.who(decision.name, DECIDES):
        open_ = position.leaves_open(decision.needs)
        if position.listed and open_:
            yield Remark(
                code="GW-D16",
                severity=WARNING,
                about=decision.name,
                part=position.name,
                what=f"Who decides: {position.name}. {in_words(open_)}",
                why="An open box is a question and no answer.",
                try_instead="Look into the memo or the job description, or leave it open: your "
                "paper asks for it.",
            )


def _strangers(matrix: Matrix, decision: Decision) -> Iterator[Remark]:
    for position in matrix.positions:
        if position.listed or not matrix.part(decision.name, position.name):
            continue
        names = meant(matrix, position)
        yield Remark(
            code=STRANGER,
            severity=WARNING,
            about=decision.name,
            part=position.name,
            what=f"“{position.name}” is not in the list of positions. What it may decide is not "
            "known.",
            why="One name for one position: another reader cannot tell who is meant.",
            try_instead=f"Is it {names}? Then choose that name. If not, add it to the list."
            if names
            else "Add it to the list, or choose a name from there.",
        )
