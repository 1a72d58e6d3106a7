"""Who is employed, contracted, seated, funded or served first by a trait: on a card, a quota (M16).

An outcome by group is none: "infant deaths among Black residents" counts what happened to people,
and chooses nobody.
"""

import re
from collections.abc import Iterator

from groundwork.subject import choosing
from groundwork.subject.choosing import Trait
from groundwork.subject.metrics import composition
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.composition import SELECTION
from groundwork.subject.remark import ERROR, NUDGE, Remark

_HANDED = re.compile(
    r"\b(?:(?:given|go(?:es)?|gone|awarded|reserved|set aside|spent|assigned)"
    r" ?(?:first )?(?:to|for|with|on|:|,)?|(?:held|filled) (?:by|for|with))\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:gets?|got|served|seen|visited|goes|go|paid|offered|given) first\b"
    r"|\bfirst (?:to|for)\b",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"\b(?:vaccin|immuni|shot|dose|screen|test|exam|mammogram|treat|medic|care\b|naloxone|advice"
    r"|information)",
    re.IGNORECASE,
)
"""What is given to whoever needs it: that it was, is an outcome."""
_MIX = re.compile(r"\b(?:diversity|diverse|representation)\b", re.IGNORECASE)
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
    counted = (card.name, card.numerator)
    for text in counted:
        if trait := _handed(text):
            return trait
    if not counts_chosen(card):
        return None
    told = [*map(composition.without_the_served, counted), *_focus(card)]
    traits = [trait for text in told if (trait := choosing.by(text))]
    mixed = next((found for text in counted if (found := _MIX.search(text))), None)
    if not traits and mixed:
        return Trait(mixed[0], strong=True)
    return next((trait for trait in traits if trait.strong), traits[0] if traits else None)


def counts_chosen(card: MetricCard) -> bool:
    """Whether a card counts whom a department employs, contracts, seats, funds or serves first.

    >>> counts_chosen(MetricCard(numerator="Black ushers", denominator="All ushers on contract"))
    True
    >>> counts_chosen(MetricCard(name="Staff turnover", numerator="Nurses who left"))
    False
    """
    counted = (card.name, card.numerator)
    if any(map(SELECTION.search, counted)) or any(map(_handed, counted)):
        return True
    if any(map(composition.has_happened, counted)):
        return False
    if any(map(composition.counts_chosen, counted)):
        return True
    return composition.of_the_same_persons(card.numerator, card.denominator)


def _handed(text: str) -> Trait | None:
    """Return the trait of those who are given something by the text, or come first."""
    if _FIRST.search(text):
        return choosing.by(text)
    handed = _HANDED.search(text)
    if not handed or _CARE.search(text[: handed.start()]):
        return None
    return choosing.by(text[handed.end() :])


def _focus(card: MetricCard) -> tuple[str, ...]:
    """Return whose share it is, where these can be the persons counted and not those served."""
    counted = (card.name, card.numerator)
    is_chosen = any(SELECTION.search(text) or composition.counts_given(text) for text in counted)
    if is_chosen or composition.names_a_role(card.focus_group):
        return (card.focus_group,)
    return () if composition.SERVED.search(card.focus_group) else (card.focus_group,)


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
