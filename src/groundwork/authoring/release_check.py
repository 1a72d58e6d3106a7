"""Say what has to be read again before a release: sources, rules from outside, law cards."""

from datetime import date
from pathlib import Path

from groundwork.authoring import bibliography
from groundwork.learner.papers.law import law_cards
from groundwork.subject.days import in_words


def past(course: Path, day: date) -> list[str]:
    """Return a sentence for each thing that is past the day on which to look again.

    Parameters
    ----------
    course
        The course's folder, with `datasets/bibliography.yaml`.
    day
        The day to judge by.
    """
    known = bibliography.read(course / "datasets" / bibliography.FILE)
    found = [
        f"datasets/{bibliography.FILE}:{entry.line}: {entry.key} "
        f"{_told(entry.accessed, entry.look_again)}"
        for entry in known.past(day)
    ]
    cards = [each for each in law_cards.cards().values() if each.is_past(day)]
    return [
        *found,
        *(
            f"{law_cards.FILE.name}: the card {each.kind} {_told(each.read, each.look_again)}"
            for each in sorted(cards, key=lambda each: each.look_again)
        ),
    ]


def _told(read: date, look_again: date | None) -> str:
    by = f", to be read again by {in_words(look_again)}" if look_again else ""
    return f"was read on {in_words(read)}{by}."
