"""A note on how money was shared: who chose by which need and why, who gets what, who loses."""

from collections.abc import Mapping, Sequence
from datetime import date

from groundwork.learner import public_record
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Table
from groundwork.subject.asks import with_counsel
from groundwork.subject.budget import over
from groundwork.subject.budget.money import show, signed
from groundwork.subject.budget.sharing import (
    PARTS,
    Shared,
    asks_of,
    beside_now,
    from_need_alone,
    from_now,
    lacks_before_a_result,
    loses_most,
    loses_most_from_now,
    review,
)
from groundwork.subject.remark import harms_in_words

TITLE = "Allocation note"
READER = "those who decide on the money, and the places that share it"
OPEN = "open"


def paper(
    parts: Mapping[str, str],
    shared: Sequence[Shared],
    how: str = "",
    invented: str = "",
    today: date | None = None,
) -> Paper:
    """Return the note.

    Parameters
    ----------
    parts
        What is written for each of `sharing.PARTS`.
    shared
        What each place gets, by need alone and by the chosen base and weights.
    how
        The weights, the base and the total in a sentence.
    """
    today = None if invented else today or date.today()
    rows = tuple((heading, parts.get(name, "").strip() or OPEN) for name, heading in PARTS.items())
    blocks: list[Block] = [Table("Who chose, and why", ("Asked", "Answer"), rows, (3, 7))]
    lacking = lacks_before_a_result(parts)
    if lacking:
        blocks.append(
            Paragraph(
                "No result is shown yet. First in writing: " + "; ".join(lacking).lower() + "."
            )
        )
    elif shared:
        blocks += [Heading("Who gets what"), Paragraph(how)]
        blocks += [*_from_now(shared), _table(shared), *_loser(shared)]
    return Paper(
        title=TITLE,
        subject="Money shared by need, and who loses by the choice",
        reader=READER,
        blocks=tuple(blocks),
        asks=tuple(
            with_counsel(asks_of(parts, [] if lacking else shared, today), "the allocation note")
        ),
        look=harms_in_words(review(parts, [] if lacking else shared)),
        remarks=over.in_words(over.remarks(parts, PARTS, today)),
        box=law_cards.box("allocation_note"),
        view="A proposal of one person. Nobody has decided on it.",
        record=public_record.PAY,
        invented=invented,
    )


def _table(shared: Sequence[Shared]) -> Table:
    rows = [
        (
            each.place,
            show(each.alone_cents),
            show(each.chosen_cents),
            signed(each.change_cents),
            str(each.rank),
        )
        for each in shared
    ]
    alone, chosen = (
        sum(each.alone_cents for each in shared),
        sum(each.chosen_cents for each in shared),
    )
    rows.append(("In all", show(alone), show(chosen), signed(chosen - alone), ""))
    columns = ("Place", "By need alone, no base", "As chosen", "Difference", "Rank as chosen")
    return Table("Dollars and cents, the same total twice", columns, tuple(rows), (3, 3, 3, 3, 2))


def _from_now(shared: Sequence[Shared]) -> list[Block]:
    """Say what each place gets against this year, as far as that was given."""
    known = [each for each in shared if each.now_cents is not None]
    if not known:
        return []
    rows = tuple(
        (each.place, show(each.now_cents or 0), signed(each.from_now_cents or 0)) for each in known
    )
    columns = ("Place", "Gets now, a year", "More or less than now, as chosen")
    found: list[Block] = [Table("Against what a place gets now", columns, rows, (3, 3, 4))]
    if last := loses_most_from_now(shared):
        found.append(
            Paragraph(
                f"{last.place} gets {from_now(last)}, the most of the places listed, and "
                f"{from_need_alone(last)}."
            )
        )
    return found


def _loser(shared: Sequence[Shared]) -> list[Block]:
    """Name the place that loses most, which is owed a letter; nobody loses by need alone."""
    last = loses_most(shared)
    if last is None:
        return [Paragraph("As chosen, no place gets less than by need alone, without a base.")]
    return [
        Items.flat(
            f"{last.place} gets {from_need_alone(last)}, the most of all places"
            f"{beside_now(last)}. It is to be told who chose, by which need, and until when.",
            "Need alone is one choice too: what it leaves out, it leaves out in silence.",
        )
    ]
