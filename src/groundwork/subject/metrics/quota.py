"""Who is employed, contracted, seated, funded or served first by a trait: on a card, a quota (M16).

An outcome by group is none: "infant deaths among Black residents" counts what happened to people,
and chooses nobody.
"""

import re
from collections.abc import Iterator

from groundwork.subject import choosing
from groundwork.subject.choosing import Trait
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.remark import ERROR, NUDGE, Remark

SELECTION = re.compile(
    r"\b(?:hir(?:e|es|ed|ing)|applicants?|promot(?:ed|ions?)|interviewed|contracts? awarded"
    r"|grants? awarded|selection rates?|awards? to)\b",
    re.IGNORECASE,
)
"""What is counted is who was chosen among those who applied."""
_WORKS = (
    r"(?:staff|employees|workforce|new hires|hires|applicants|candidates|nurses|managers"
    r"|supervisors|leaders|leadership|interns|vendors|suppliers|contractors|grantees"
    r"|subrecipients|commissioners|board members"
    r"|members of (?:the|our) [\w ]{0,20}(?:board|team|council|committee))"
)
_GIVEN = (
    r"(?:seats?|positions?|contracts?|contracting|purchas(?:es|ing)|grants?|grant (?:dollars|money)"
    r"|dollars|money|funds|funding|stipends?|awards?|procurement)"
)
_COUNTED = re.compile(
    r"^\W*(?:(?:share|percent(?:age)?|number|count|proportion|part|diversity)s? (?:of|in) )?"
    r"(?:(?:the|our|all|new|county|city|department|clinic|senior|health) ){0,3}"
    rf"(?:{_WORKS}|{_GIVEN})\b",
    re.IGNORECASE,
)
_HANDED = re.compile(
    r"\b(?:given|go(?:es)?|gone|awarded|paid|reserved|set aside|spent|held|moved|offered|assigned"
    r"|served first|filled) ?(?:first )?(?:to|for|with|by|on|:|,)?\b",
    re.IGNORECASE,
)
_THEM = re.compile(rf"\b(?:{_WORKS}|(?:owned|led)\b)", re.IGNORECASE)
_HAPPENED = re.compile(
    rf"\b{_WORKS} (?:turnover|injur(?:y|ies)|absences?|absenteeism|burnout|sick (?:days|leave))\b",
    re.IGNORECASE,
)
_PER_HEAD = re.compile(
    r"\b(?:staff|employees|workforce|nurses)\b[^.;]{0,30}?\bper (?:\d|capita\b|thousand\b)",
    re.IGNORECASE,
)
_THEN = re.compile(r"\bthen\b", re.IGNORECASE)
_PICKS = re.compile(
    r"\b(?:first|only|hir(?:e|es|ing)|recruits?|appoints?|priority|prefer\w*|reserve[sd]?)\b",
    re.IGNORECASE,
)
_NO_MEMBERS = (
    r"(?:to|for|that|whether|about|with|and|or|first|only|priority|prefer\w*|hires?|hiring)"
)
_HEARD = re.compile(
    r"\b(?:asks?|hears?|tells?|consults?|listens to|listen to) "
    rf"(?:(?!{_NO_MEMBERS}\b)[\w’'-]+ ){{1,5}}(?:on|of) (?:the|its|our|their) (?:[\w-]+ ){{0,2}}?"
    r"(?:panel|circle|council|board|committee|team|group)\b",
    re.IGNORECASE,
)
"""Members of a body that is there already, and are asked or told."""


def of_target(card: MetricCard) -> Trait | None:
    """Return the trait by which a card counts whom a department chooses, or None.

    >>> of_target(MetricCard(name="Share of staff who are Latino"))
    Trait(words='Latino', strong=True)
    >>> of_target(MetricCard(name="Infant deaths among Black residents"))
    """
    for text in (card.name, card.numerator):
        handed = _HANDED.search(text)
        trait = choosing.by(text[handed.end() :]) if handed else None
        if trait:
            return trait
    told = (card.name, card.numerator, card.focus_group)
    chosen = any(_COUNTED.search(text) or SELECTION.search(text) for text in told[:2])
    if not chosen and not _THEM.search(card.focus_group):
        return None
    if _chooses_nobody(card):
        return None
    traits = [trait for text in told if (trait := choosing.by(text))]
    return next((trait for trait in traits if trait.strong), traits[0] if traits else None)


def _chooses_nobody(card: MetricCard) -> bool:
    """Whether staff are counted by what happened to them, or by the heads of those they serve."""
    told = f"{card.name}; {card.numerator}"
    if SELECTION.search(told):
        return False
    if _HAPPENED.search(told):
        return True
    if not _PER_HEAD.search(told) or _THEM.search(card.focus_group):
        return False
    named = choosing.by(told)
    return named is None or not named.strong


def of_consequence(card: MetricCard) -> Trait | None:
    """Return the trait by which the consequence chooses; its trigger may name whose value is low.

    >>> of_consequence(MetricCard(consequence="If under 30, then HR hires two Latino nurses"))
    Trait(words='Latino', strong=True)
    """
    act = _HEARD.sub(" ", _THEN.split(card.consequence, maxsplit=1)[-1])
    trait = choosing.by(act, of_positions=True)
    return trait if trait and (trait.strong or _PICKS.search(act)) else None


def remarks(card: MetricCard) -> Iterator[Remark]:
    """Remark on a target and on a consequence by which somebody is chosen by a trait."""
    trait = of_target(card)
    if trait and card.target_value is not None:
        strong = trait.strong
        whom = f"for a group named by “{trait.words}”"
        yield Remark(
            severity=ERROR if strong else NUDGE,
            part="target_value",
            harms=strong,
            what=f"The card sets a target of {card.target_value:g} for who is chosen, {whom}.",
            try_instead="Take the target off. Watch the rates with their counts, and set a target "
            "for the step: for example, every application is read by two people against the same "
            "written criteria. Ask counsel first."
            if strong
            else choosing.BY_A_RULE,
        )
    if trait := of_consequence(card):
        yield Remark(
            severity=ERROR if trait.strong else NUDGE,
            part="consequence",
            harms=trait.strong,
            what=f"What follows names “{trait.words}”."
            + (f" Choosing people {choosing.BY_LAW}" if trait.strong else ""),
            try_instead="Write which step of the work changes, for everybody who has that need. "
            "Ask counsel first."
            if trait.strong
            else choosing.BY_A_RULE,
        )
