"""Ask which parts of the learner's own charter hold when the director leaves."""

from typing import Any

from groundwork.screen.activities.kept_rows import kept_rows
from groundwork.screen.activities.team import CHARTER, SEATS, charter_of
from groundwork.screen.widgets.questions import ChoiceQuestion, Reply
from groundwork.subject.leadership.core_team import (
    INSTRUMENTS,
    PARTS,
    Charter,
    when_the_director_leaves,
)

NONE = "none"
ENDS = {
    "fall": "nobody has to end it, since it falls with whoever said it",
    "asked again": "the next director may sign another one",
    "stand": "the next director cannot end it alone",
}
"""What happens to a part, by its fate."""


def director_leaves(name: str = "director_leaves") -> ChoiceQuestion:
    """Return the question about the parts of the charter that the learner keeps."""

    def answered(value: Any) -> Reply:
        return reply(charter_of(kept_rows(CHARTER), [], kept_rows(SEATS)), list(value))

    return ChoiceQuestion(
        name,
        "Your director leaves. Which parts of your charter can the next director not end alone? "
        "Look at what each one stands by in your list.",
        {**PARTS, NONE: "None of them"},
        several=True,
        button="Look at my charter",
        help="Choose all that apply; leave out a part that you have not written.",
        reply=answered,
    )


def reply(charter: Charter, chosen: list[str]) -> Reply:
    """Say which of the chosen parts hold, and by what each part stands that was misread.

    Parameters
    ----------
    chosen
        Keys of `PARTS`, or `NONE` alone.
    """
    fates = {
        heading: fate
        for fate, headings in when_the_director_leaves(charter).items()
        for heading in headings
    }
    if not fates:
        return Reply(None, "Your charter has no part yet. Write one above, then come back.")
    hold = {name for name, heading in PARTS.items() if fates.get(heading) == "stand"}
    wrong = [name for name in PARTS if (name in hold) != (name in chosen)]
    if NONE in chosen and len(chosen) > 1:
        return Reply(False, "You chose “None of them” beside a part. Which of the two is it?")
    if not wrong:
        return Reply(True, _right(fates))
    lines = [_why(charter, name, fates.get(PARTS[name], "")) for name in wrong]
    return Reply(False, "\n\n".join(lines))


def _right(fates: dict[str, str]) -> str:
    words = {
        "stand": "They stay until those who made them change them: {}.",
        "asked again": "To be asked for again: {}.",
        "fall": "Gone on that day: {}.",
    }
    said = [
        line.format("; ".join(heading for heading, fate in fates.items() if fate == kind))
        for kind, line in words.items()
        if kind in fates.values()
    ]
    ask = "Which one would you move a step up, and who would have to act?"
    return " ".join([*said, ask] if set(fates.values()) != {"stand"} else said)


def _why(charter: Charter, name: str, fate: str) -> str:
    part = charter.part(name)
    if part is None or not fate:
        return f"“{PARTS[name]}” is not written in your list yet."
    by = INSTRUMENTS.get(part.instrument, INSTRUMENTS["nothing"])
    return f"“{PARTS[name]}” stands by {by}: {ENDS[fate]}."
