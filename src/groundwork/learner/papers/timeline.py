"""A department's own moments of care and control as a paper."""

from collections.abc import Iterator, Mapping, Sequence

from groundwork.learner.papers.model import Block, Heading, Paper, Paragraph, Table
from groundwork.subject.asks import Ask

TITLE = "Our department in the history of care and control"
NOT_KNOWN = "not known yet"


def paper(moments: Sequence[Mapping[str, str]], *, invented: str = "") -> Paper:
    """Return the moments as a paper.

    Parameters
    ----------
    moments
        Each with `when`, `what`, `kind`, `decided` and `source`, as the list shows them.
    """
    blocks: list[Block] = [Heading("What happened")]
    if moments:
        rows = tuple(
            tuple(
                moment[name].strip() or NOT_KNOWN
                for name in ("when", "what", "kind", "decided", "source")
            )
            for moment in moments
        )
        columns = (
            *("When", "What happened", "Care, control or both?"),
            *("Who decided, with what money", "How it is known"),
        )
        blocks.append(Table("Moments, in the order of the list", columns, rows, (3, 6, 3, 4, 4)))
    else:
        blocks.append(
            Paragraph(
                "No moment is written down yet. The department does not know its own history."
            )
        )
    return Paper(
        title=TITLE,
        subject="",
        reader="the senior team and the community partners who remember",
        blocks=tuple(blocks),
        asks=tuple(_asks(moments)),
        view="What one person found so far. Those who lived it may remember it otherwise.",
        invented=invented,
    )


def _asks(moments: Sequence[Mapping[str, str]]) -> Iterator[Ask]:
    if not moments:
        yield Ask(
            "the person who has been here longest, in work time, and the groups who remember, paid",
            "two moments when the department cared for people, controlled them, or both",
            "this paper",
        )
    for moment in moments:
        why = f"“{' '.join(moment['what'].split())}” ({moment['when']})"
        if not moment["source"].strip():
            yield Ask("the clerk who keeps the board's minutes", "a record of it", why)
        if not moment["decided"].strip():
            yield Ask("the county archive", "who decided it, and with what money", why)
        if moment["kind"] in ("", NOT_KNOWN):
            yield Ask(
                "the people it happened to, and pay them for their time",
                "whether it was care, control or both",
                why,
            )
