"""The card of a session: its first page, with all that somebody needs who cannot read on.

It is taken from the run sheet: of each stop the clock, the sentence that begins it and the question
it asks; what is never cut and never shown; who of the two speaks when; and from the page on safety
the steps for when somebody is harmed. So nothing on it can say anything else than its source.
"""

import itertools
import re
from collections.abc import Mapping, Sequence

from groundwork.authoring.guide import shared
from groundwork.authoring.guide.shape import REST
from groundwork.authoring.guide.stops import Stop, clocks
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.page import Page, Prose
from groundwork.cohort.guide_forms import COLUMNS, ON_ONE_PAGE

ENOUGH = 4  # words with which a stop can be begun: "Welcome." alone begins none
UNSEEN = r"^- (?!counts of votes)(.+)$"  # how a vote is told stands beside it
NONE = "…"
IN_THE_ROOM = ("split", "few", "pairing", "out")
TURN = "you two change who speaks and who watches"
LONGEST = 45  # words that one stop may put on the card, so that ten of them leave it one page
_SENTENCE = re.compile(r".+?[.?!](?=[\"”’']?(?:\s|$))[\"”’']?", re.S)


def card(page: Page, planned: Sequence[Stop], told: Mapping[str, str], harm: str) -> str:
    """Return the card of a run sheet, as Markdown.

    Parameters
    ----------
    page
        The run sheet.
    planned
        Its stops.
    told
        The words of each of its cells by its id, with all filled in.
    harm
        What the page on safety says to do when somebody is harmed.
    """
    resting = {cell.id for cell in page.cells if isinstance(cell, Prose) and REST in cell.tags}
    rows = [
        [stop.title, *clocks(stop), _stop(told.get(stop.id, ""), stop.id in resting)]
        for stop in planned
    ]
    never = re.search(r"^\*\*Never:\*\* (.+)$", told.get("cut", ""), re.M)
    unseen = [_named(each) for each in re.findall(UNSEEN, told.get("screen", ""), re.M)]
    head = ["Stop", *COLUMNS, "Begin with, then ask"]
    return "\n".join(
        [
            f"## {ON_ONE_PAGE}",
            "",
            "The clock, and how each stop begins and asks:",
            "",
            f"| {' | '.join(head)} |",
            f"|{' --- |' * len(head)}",
            *(f"| {' | '.join(row)} |" for row in rows),
            "",
            f"**You two.** {shared.SAID['two']} Without a break, change before "
            f"“{_turn(planned, resting)}”.",
            "",
            f"**Somebody is harmed.** {_steps(harm)}",
            "",
            f"**Never cut:** {never[1] if never else NONE}",
            "",
            f"**Never on a shared screen:** {'; '.join(unseen) or NONE}.",
            "",
            f"**In the room.** {' '.join(shared.SAID[each] for each in IN_THE_ROOM)}",
        ]
    )


def check(page: Page, made: str, report: Report) -> None:
    """Report what keeps the card from being whole, and from fitting its page."""
    if NONE in made:
        report(1, "says nowhere what is never cut (“**Never:** …”), or never on a shared screen")
    for row in re.findall(r"^\| (.+) \|$", made, re.M):
        words = len(re.findall(r"[\w’'-]+", row.rpartition(" | ")[2]))
        if words > LONGEST:
            stop = row.split(" | ")[0]
            report(
                page.lines.get("stops", 1),
                f"has {words} words of “{stop}” on its card: let its first sentence and its "
                f"question have {LONGEST} at most",
            )


def _turn(planned: Sequence[Stop], resting: set[str]) -> str:
    """Return the first stop after the rest that every form has."""
    later = itertools.dropwhile(lambda stop: stop.id not in resting, planned)
    return next((stop.title for stop in later if all(stop.minutes)), "")


def _stop(text: str, rests: bool) -> str:
    """Return how a stop begins and what it asks."""
    if rests:
        return TURN
    said = re.search(r"\*\*Say\.\*\*\s+> (.+)", text)
    asked = re.search(r"\*\*Ask\.\*\*\s+(.+)", text)
    quoted = re.search(r"\"[^\"]+\"", asked[1]) if asked else None
    question = quoted[0] if quoted else _beginning(asked[1] if asked else "", 1)
    return f"{_beginning(said[1] if said else '', ENOUGH)} **Ask:** {question}"


def _named(item: str) -> str:
    """Return what an item of a list names, without what it says of it."""
    return re.split(r": |, (?:in any|or a|unless|without) ", item, maxsplit=1)[0].replace("*", "")


def _beginning(said: str, words: int) -> str:
    """Return the first sentences that have so many words."""
    taken = ""
    for sentence in _SENTENCE.finditer(said):
        taken += sentence[0]
        if len(taken.split()) >= words:
            break
    return (taken or said).replace("|", "\\|").strip()


def _steps(harm: str) -> str:
    steps = re.findall(r"^(\d+)\. \*\*(.+?)\*\*", harm, re.M)
    return " ".join(f"{number}. {step.rstrip('.')}." for number, step in steps)
