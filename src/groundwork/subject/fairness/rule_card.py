"""A rule card: who gets something first, who applies the rule, and how a mistake is heard.

A metric says how it went; a rule says what people at a desk do on a Tuesday. "Criteria, exception,
log, appeal, review" is our order of common practice in public administration; that a department
that writes such cards serves people more fairly is believed, and was not tested for health
departments that we know of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from groundwork.subject import choosing, outside, silence, wording
from groundwork.subject.asks import is_none, is_open
from groundwork.subject.days import in_words
from groundwork.subject.positions import is_nobody
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark

_FIRST_COME = re.compile(r"\bfirst[ -]?come\b|\bfirst in line\b|\bas they call\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:judg\w+|discretion|case[ -]by[ -]case|with equity in mind|as needed|as appropriate"
    r"|most deserving|worthy|good fit|motivated)\b",
    re.IGNORECASE,
)
_SAYS_WHO = {
    "name": "The name says",
    "criteria": "The criteria name",
    "exception": "The exception names",
    "applies": "Who applies it is",
    "appeal": "The appeal names",
    "asked": "Who was asked is",
}
"""Parts that say whom the rule chooses; a log says who was chosen, and may count it by race."""
_WHO = ("applies", "exception", "log", "appeal", "asked")
"""Parts that say who does, grants, counts, hears or was asked."""
_NONE_IS_TOLD = {
    "appeal": "a person who is refused has no way to be heard.",
    "log": "nobody can review how the rule is used.",
}
"""What “none” means in a part; no exception, and nobody asked, are honest answers."""
_OF_POSITIONS = ("applies", "appeal", "asked")
_MEMBERS = re.compile(
    r"(?:(?!(?:first|only|to sit|prefer\w*)\b)[^,;.\s]+ ){1,6}(?:on|of) (?:the|our)"
    r" (?:[\w-]+ ){0,2}?(?:panel|council|board|committee|circle)\b",
    re.IGNORECASE,
)
"""Members of a body that is there already: who asks them chooses nobody."""
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|ten|thirty)\b", re.IGNORECASE)


@dataclass(frozen=True)
class RuleCard:
    """One rule by which something is given, said so that two people apply it alike.

    Attributes
    ----------
    name
        What the rule decides: "Who gets a home visit first".
    criteria
        By which need, in which order; each criterion can be checked by somebody else.
    applies
        The position that applies it.
    exception
        When it is set aside, and which position grants that.
    log
        Where each decision and each exception is written down, and who counts them.
    appeal
        To whom somebody turns who is refused, how they are told, and within how many days.
    review
        The date on which it is looked at, as 2027-05-15.
    asked
        Who that lives with it was asked, and whether they were paid.
    """

    name: str = ""
    criteria: str = ""
    applies: str = ""
    exception: str = ""
    log: str = ""
    appeal: str = ""
    review: str = ""
    asked: str = ""


def check(card: RuleCard, today: date | None = None) -> list[Remark]:
    """Say what a rule leaves open, the worst first; each about one part of the card."""
    day = today or date.today()
    found = [
        *(*_criteria(card), *_chosen(card), *_parts(card), *_review(card, day), *_words(card)),
        *outside.remarks(outside.typed(card), positions=_WHO),
    ]
    order = (ERROR, WARNING, NUDGE)
    return sorted(found, key=lambda each: order.index(each.severity))


def closing(remarks: list[Remark]) -> str:
    """Say what these checks looked at and cannot tell."""
    phrases = sum(remark.is_wording for remark in remarks)
    looks_at = (
        "what a rule states: criteria, who applies it, exception, log, appeal and review; and at "
        f"{outside.LOOKS_AT}"
    )
    return silence.closing(remarks, looks_at, phrases, chooses=True)


def _criteria(card: RuleCard) -> Iterator[Remark]:
    text = card.criteria
    if not text.strip():
        yield _remark(
            ERROR,
            "criteria",
            "The rule has no criteria, so whoever is at the desk decides.",
            "Write by which need, in which order: each so that a second person would decide alike.",
            "By which need is it decided who comes first?",
        )
    if named := _FIRST_COME.search(text):
        yield _remark(
            WARNING,
            "criteria",
            f"“{named[0]}” goes by speed. It favors who has time, a phone and the language.",
            "Put need first, and use the order of asking only between people with the same need.",
            "Who cannot ask early, and why would speed be a measure of need?",
        )
    if named := _VAGUE.search(text):
        yield _remark(
            WARNING,
            "criteria",
            f"“{named[0]}” cannot be checked by somebody else.",
            "Name what is looked at: a date, a distance, a test result, an answer on the form.",
            "How would a second person decide alike?",
        )


def _chosen(card: RuleCard) -> Iterator[Remark]:
    """Remark on each part that chooses by a trait that is a question of law, and once on others."""
    ordinary: tuple[str, str] | None = None
    for part, named in _SAYS_WHO.items():
        text = getattr(card, part)
        text = _MEMBERS.sub(" ", text) if part == "asked" else text
        trait = choosing.by(text, of_positions=part in _OF_POSITIONS)
        if trait and trait.strong:
            yield Remark(
                severity=ERROR,
                part=part,
                what=f"{named} “{trait.words}”. Choosing people {choosing.BY_LAW}",
                try_instead="Take it to counsel before anybody is chosen by it. Choose by need, "
                "write down why, and watch the result by group.",
                question="Has counsel read by what this rule chooses?",
                harms=True,
            )
        elif trait and not ordinary and part not in _OF_POSITIONS:
            ordinary = part, trait.words
    if ordinary:
        part, words = ordinary
        yield _remark(
            NUDGE,
            part,
            f"{_SAYS_WHO[part]} “{words}”, which is a trait of people or a small place.",
            "Write the need itself where you can: a test result, a due date, an answer on the "
            f"form. {choosing.BY_A_RULE}",
            f"Has counsel read that “{words}” chooses, and which rule of the program says so?",
        )


def _parts(card: RuleCard) -> Iterator[Remark]:
    if not card.applies.strip() or is_nobody(card.applies):
        yield _remark(
            ERROR,
            "applies",
            "Nobody is named who applies it.",
            "Name a position.",
            "Which position applies this rule?",
        )
    for part, what, fix, question in (
        (
            "name",
            "It does not say what the rule decides.",
            "Write it in a few words, such as: who gets a home visit first.",
            "What does this rule decide?",
        ),
        (
            "exception",
            "No exception is foreseen, so there will be silent ones.",
            "Write when the rule is set aside and which position grants it.",
            "Who may set the rule aside, and when?",
        ),
        (
            "log",
            "Nothing is written down, so nobody can see how the rule is used.",
            "Name the log, and who counts it how often. Show no count under 10.",
            "Where is each exception written down?",
        ),
        (
            "appeal",
            "Whoever is refused has nowhere to turn.",
            "Name whom they reach, in which languages they are told, and within how many days.",
            "To whom does somebody turn who is refused?",
        ),
        (
            "asked",
            "It does not say who that lives with the rule was asked.",
            "Ask, pay for the time, and write it down. If nobody was asked, write that.",
            "Who that lives with this rule was asked?",
        ),
    ):
        text = getattr(card, part)
        if is_open(text) or (part in _NONE_IS_TOLD and is_none(text)):
            severity = ERROR if part == "appeal" else WARNING
            said = (
                f"The {part} is “{text.strip()}”: {_NONE_IS_TOLD[part]}" if is_none(text) else what
            )
            yield _remark(severity, part, said, fix, question)
    same = card.applies.strip().casefold()
    if same and same in card.appeal.casefold():
        yield _remark(
            WARNING,
            "appeal",
            f"The appeal goes to the position that decided: {card.applies.strip()}.",
            "Name another position.",
            "Who other than the one who refused hears an appeal?",
        )
    elif not (is_open(card.appeal) or is_none(card.appeal)) and not _NUMBER.search(card.appeal):
        yield _remark(
            NUDGE,
            "appeal",
            "The appeal has no number of days.",
            "Write by when it is answered.",
            "Within how many days is an appeal answered?",
        )


def _review(card: RuleCard, today: date) -> Iterator[Remark]:
    try:
        day = date.fromisoformat(card.review.strip())
    except ValueError:
        yield _remark(
            WARNING,
            "review",
            f"The review is “{card.review}”." if card.review.strip() else "No review has a date.",
            f"Write a date, such as January 15, {today.year + 1}.",
            "When is this rule looked at again?",
        )
        return
    if day < today:
        due = f"The review was due on {in_words(day)}"
        yield _remark(
            WARNING,
            "review",
            f"{due}.",
            "Set the next date, and note what that review decided.",
            f"{due}: what did it decide, and when is this rule looked at next?",
        )


def _words(card: RuleCard) -> Iterator[Remark]:
    for part in ("name", "criteria", "exception"):
        for remark in wording.remarks(getattr(card, part)):
            yield Remark(
                severity=NUDGE,
                part=part,
                what=f"“{remark.found}”: {remark.why}",
                try_instead=f"Try: {remark.try_instead}.",
                is_wording=True,
            )


def _remark(severity: str, part: str, what: str, fix: str, question: str = "") -> Remark:
    return Remark(severity=severity, part=part, what=what, try_instead=fix, question=question)
