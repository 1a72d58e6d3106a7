"""An evaluation question: what is to be learned, compared with what, by whom, at which cost.

Not every question needs a study. A question is worth its cost when an answer would change a
decision, so the card asks for that decision first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groundwork.subject import choosing, outside, silence
from groundwork.subject.asks import is_none, is_open
from groundwork.subject.days import day_of
from groundwork.subject.positions import is_nobody
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark

EVIDENCE = {
    "tested": "tested: somebody compared it with something else",
    "described": "described: it was done and told, without a comparison",
    "believed": "believed: we expect it to work and found no report",
}
"""How far what is known of a practice reaches."""
_BEFORE_ONLY = re.compile(r"\b(?:before|baseline|last year|earlier)\b", re.IGNORECASE)
_MAY_BE_OPENED = re.compile(
    r"\b(?:IRB|review board|privacy|exempt|not research|consent\w*|data agreement|sums only"
    r"|de-?identified|published|public use)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:clinic|district|county|site|group|unit|without|waiting|wait ?list|other|not yet|later"
    r"|random|lottery|comparison)\w*\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Evaluation:
    """One question with all that it takes to answer it.

    Attributes
    ----------
    question
        What is to be learned, of whom.
    decides
        Which decision the answer changes, and how: what would change our mind.
    comparison
        Compared with what.
    measures
        Which measures, split how, from which source.
    when
        By when there is an answer; a date, as 2027-06-30.
    who
        The position or body that does it.
    program
        The position that runs what is evaluated.
    cost
        Hours and dollars, and from which line.
    known
        How far what is known already reaches: one of `EVIDENCE`.
    """

    question: str = ""
    decides: str = ""
    comparison: str = ""
    measures: str = ""
    when: str = ""
    who: str = ""
    program: str = ""
    cost: str = ""
    known: str = ""


def check(card: Evaluation, today: date | None = None) -> list[Remark]:
    """Say what an evaluation question leaves open, the worst first."""
    order = (ERROR, WARNING, NUDGE)
    day = today or date.today()
    found = [
        *(*_question(card), *_comparison(card), *_who(card), *_given(card), *_when(card, day)),
        *outside.remarks(outside.typed(card), positions=("who", "program")),
    ]
    return sorted(found, key=lambda each: order.index(each.severity))


def closing(remarks: list[Remark]) -> str:
    """Say what these checks looked at and cannot tell."""
    return silence.closing(
        remarks,
        "what the question states: decision, comparison, measures, who, when and cost; and at "
        f"{outside.LOOKS_AT}",
        chooses=True,
    )


def _question(card: Evaluation) -> Iterator[Remark]:
    if not card.question.strip():
        yield _remark(
            ERROR,
            "question",
            "Nothing is asked yet.",
            "Ask one thing, of whom.",
            "What is to be learned, of whom?",
        )
    if not card.decides.strip():
        yield _remark(
            ERROR,
            "decides",
            "No decision hangs on the answer.",
            "Write what you will do with a yes, and what with a no. If it is the same, do not ask.",
            "Which decision will the answer change?",
        )
    if not card.measures.strip():
        yield _remark(
            WARNING,
            "measures",
            "It does not say what is measured.",
            "Name the measures, their split and their source.",
            "What is measured, and from which source?",
        )
    elif not _MAY_BE_OPENED.search(f"{card.measures} {card.who} {card.comparison}"):
        yield _remark(
            NUDGE,
            "measures",
            "It does not say whether the records may be opened for it.",
            "Ask your privacy officer, and whether a review board reads it first. Write the "
            "answer: “sums only, agreed with the privacy officer”.",
            "May the records be opened for this, and does a review board read it first?",
        )
    if card.known not in EVIDENCE:
        yield _remark(
            NUDGE,
            "known",
            "It does not say how far what is known already reaches.",
            "Choose one: tested, described or believed.",
            "Was this tested anywhere, or only described?",
        )


def _comparison(card: Evaluation) -> Iterator[Remark]:
    text = card.comparison.strip()
    if is_open(text) or is_none(text):
        yield _remark(
            ERROR,
            "comparison",
            "Compared with what? Without a comparison any change counts as yours.",
            "Name who gets it later, another site, or the same people before.",
            "Compared with what?",
        )
    elif _BEFORE_ONLY.search(text) and not _OTHERS.search(text):
        yield _remark(
            WARNING,
            "comparison",
            "It is compared with the time before, and with nothing else. What else changed then "
            "would count as your work.",
            "Add a place or a group that had the same time without it, or write what else changed.",
            "What else changed in that time?",
        )


def _who(card: Evaluation) -> Iterator[Remark]:
    who, runs = card.who.strip().casefold(), card.program.strip().casefold()
    if not who or is_nobody(who):
        yield _remark(
            ERROR, "who", "Nobody is named who does it.", "Name a position.", "Who does it?"
        )
    elif not runs or is_nobody(runs):
        yield _remark(
            NUDGE,
            "program",
            "It does not say who runs what is looked at.",
            "Name the position. Somebody else should look at it, or at least recount.",
            "Which position runs what is looked at?",
        )
    elif who == runs:
        yield _remark(
            WARNING,
            "who",
            "Whoever runs it judges it.",
            "Let somebody else count, or at least recount ten records.",
            "Who other than the program looks at it?",
        )
    if trait := choosing.by(card.who, of_positions=True):
        law = f" Choosing people {choosing.BY_LAW}" if trait.strong else ""
        yield Remark(
            severity=ERROR if trait.strong else NUDGE,
            part="who",
            what=f"Who does it is “{trait.words}”.{law}",
            try_instead="Name a position, or what somebody has to know for it. Ask counsel."
            if trait.strong
            else choosing.BY_A_RULE,
            question=f"Has counsel read that “{trait.words}” says who does it?",
            harms=trait.strong,
        )
    if is_open(card.cost):
        yield _remark(
            WARNING,
            "cost",
            "It costs hours, and none are named.",
            "Write hours and dollars, and the line that pays. Residents who answer are paid.",
            "What does it cost, and which line pays?",
        )


def _given(card: Evaluation) -> Iterator[Remark]:
    """Remark on a decision or a comparison that says by race or origin who gets something."""
    for part in ("question", "decides", "comparison"):
        if trait := choosing.given(getattr(card, part)):
            yield Remark(
                severity=ERROR,
                part=part,
                what=f"“{trait.words}” says who gets it, or gets it later. Choosing people "
                f"{choosing.BY_LAW}",
                try_instead="Take it to counsel before anybody is chosen by it. Say by which need "
                "it is given, and watch the result by group.",
                question=f"Has counsel read that “{trait.words}” says who gets it?",
                harms=True,
            )


def _when(card: Evaluation, today: date) -> Iterator[Remark]:
    try:
        if date.fromisoformat(card.when.strip()) < today:
            due = f"It was due on {day_of(card.when)}"
            question = f"{due}: what was found, or by when is there an answer?"
            yield _remark(WARNING, "when", f"{due}.", "Set a new date.", question)
    except ValueError:
        yield _remark(
            WARNING,
            "when",
            f"The date is “{card.when}”." if card.when.strip() else "It has no date.",
            f"Write a date, such as June 30, {today.year + 1}.",
            "By when is there an answer?",
        )


def _remark(severity: str, part: str, what: str, fix: str, question: str = "") -> Remark:
    return Remark(severity=severity, part=part, what=what, try_instead=fix, question=question)
