"""Checks of who is compared, and with how much care (M07, M08, M10, M15, M16)."""

import math
import re
from collections.abc import Iterator
from datetime import date

from groundwork.subject import race_words
from groundwork.subject.counts import counted
from groundwork.subject.metrics import quota
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.choices import POPULATION
from groundwork.subject.metrics.composition import SELECTION
from groundwork.subject.metrics.definition import scale
from groundwork.subject.metrics.interval import interval_of
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark
from groundwork.subject.selection import SCREEN, compare_selection, is_below_screen

MOST_UNKNOWN = 10.0
"""Percent of people with other or unknown group above which a split is doubtful."""
FEWEST_SHOWN = 10
"""Fewer events than this are hidden (NCHS vital statistics; Washington DOH 2018)."""
FEWEST_STEADY = 12
"""With fewer events the relative standard error of a count, 1/sqrt(d), is 30 percent or more."""
WIDEST_INTERVAL = 160.0
"""Widest 95 % interval of a reliable rate, in percent of it (NCHS rates standard, 2023)."""
WATCHED = "watched, without a target"
"""What a card says where a target would set how many of a race or ethnicity are chosen."""

_NO_SPLIT = re.compile(
    r"\W*(?:no(?:ne|thing|t yet)?|not split|no split|n/?a|not applicable|tbd|open|unknown)?\W*",
    re.IGNORECASE,
)
_NO_REASON = re.compile(
    r"\W*(?:yes|no(?:ne|thing|t yet)?|no reason|no idea|not split|no split|not needed|just because"
    r"|because|n/?a|not applicable|does not apply|tbd|open|unknown|not known|not sure|don.?t know"
    r"|same|see above)?\W*",
    re.IGNORECASE,
)
_HELD = "Records of births and deaths, the Census and most surveys hold both."
_OTHER_SPLITS = ("district", "language", "disability", "income")
_WHITE = re.compile(r"\bwhites?\b", re.IGNORECASE)
_RULE_OF_HIRING = re.compile(
    r"\b(?:disparate impact|adverse impact|four[ -]fifths|80 ?(?:%|percent) rule)\b",
    re.IGNORECASE,
)
_OF_TEXT = tuple(name for name, field in FIELDS.items() if field.kind in ("text", "list"))
_WHICH_SPLITS = "which further splits a law or an award asks for, and which it limits"


def split_by_race_and_more(card: MetricCard, today: date) -> Iterator[Remark]:
    """M07: results are split, by race and ethnicity where that may be, or the card says why not."""
    splits = _splits(card)
    says_why = not _NO_REASON.fullmatch(card.disaggregation_reason)
    if not splits and not says_why:
        yield Remark(
            severity=ERROR,
            part="disaggregation",
            what="The card is not split, and does not say why.",
            try_instead="Add a split, such as district, language or age, or write the reason and "
            "the date when it will be there. Ask counsel which splits a law of your state, or an "
            "award, asks for or limits.",
            question=_WHICH_SPLITS,
        )
    elif not says_why and not any(race_words.named(each) for each in splits):
        held = f" {_HELD}" if card.level == POPULATION else ""
        yield Remark(
            severity=NUDGE,
            part="disaggregation",
            what=f"The split is {'; '.join(splits)}, and not race and ethnicity.{held}",
            try_instead="Does your record hold it? Then ask counsel whether a law or an award asks "
            "for that split or limits it, and write below on which day counsel was asked.",
            question=_WHICH_SPLITS,
        )
    if len(splits) == 1:
        others = [each for each in _OTHER_SPLITS if each not in splits[0].casefold()]
        yield Remark(
            severity=WARNING,
            part="disaggregation",
            what=f"The only split is {splits[0]!r}.",
            try_instead=f"Add one more, such as {', '.join(others[:-1])} or {others[-1]}. One "
            "split hides the people who live at a crossing.",
        )
    if card.unknown_percent is not None and card.unknown_percent > MOST_UNKNOWN:
        yield Remark(
            severity=WARNING,
            part="unknown_percent",
            what=f"For {card.unknown_percent:g} % of people the group is other or unknown.",
            try_instead="Mend how the question is asked before you compare groups. Say so on the "
            "card.",
        )


def _splits(card: MetricCard) -> list[str]:
    """Return what the card is split by, without what it says that it is not split by."""
    left = (race_words.without_denials(axis) for axis in card.disaggregation)
    return [axis for axis in left if not _NO_SPLIT.fullmatch(axis)]


def reference_is_justified(card: MetricCard, today: date) -> Iterator[Remark]:
    """M08: the reference is named and justified; White is no default."""
    if not card.reference.strip():
        yield Remark(
            severity=ERROR,
            part="reference",
            what="The card does not say what the groups are compared with.",
            try_instead="Name the group with the best rate, the largest group or the total.",
        )
        return
    if card.reference_reason.strip():
        return
    yield Remark(
        severity=ERROR,
        part="reference_reason",
        what=f"The card compares with {card.reference!r} and does not say why.",
        try_instead="Write the reason, such as 'best rate: it shows what the county can do'.",
    )
    if _WHITE.search(card.reference):
        yield Remark(
            severity=WARNING,
            part="reference",
            what="White people are the reference by default.",
            try_instead="Use the best rate or the total, or write why this group is the right "
            "yardstick here.",
        )


def small_numbers_are_handled(card: MetricCard, today: date) -> Iterator[Remark]:
    """M10: small counts are hidden or flagged, and wide intervals are pooled."""
    events, rate = card.smallest_events, scale(card.unit) is not None
    if events is None and rate and card.disaggregation:
        yield Remark(
            severity=WARNING,
            part="smallest_events",
            what="The card splits a rate and does not give the smallest count behind it.",
            try_instead="Write how many events the smallest group has in one period.",
        )
    if events is not None and events < FEWEST_SHOWN and not card.suppression_rule.strip():
        yield Remark(
            severity=WARNING,
            part="suppression_rule",
            what=f"The smallest group has {counted(events, 'event')}, under {FEWEST_SHOWN}, and "
            "no rule says what is hidden.",
            try_instead="Hide counts under 10 and what would give them away, or pool years.",
        )
    elif events is not None and 0 < events < FEWEST_SHOWN:
        yield Remark(
            severity=NUDGE,
            part="smallest_events",
            what=f"The smallest group shown has {counted(events, 'event')}, and "
            f"under {FEWEST_SHOWN} are hidden.",
            try_instead="Take that group off what is shown, or write the count after pooling.",
        )
    if events is not None and events < FEWEST_STEADY and not card.uncertainty.strip():
        error = f" (relative standard error {100 / math.sqrt(events):.0f} %)" if events > 0 else ""
        yield Remark(
            severity=WARNING,
            part="uncertainty",
            what=f"The smallest group has {counted(events, 'event')}{error}, and the card shows no "
            "uncertainty.",
            try_instead="Flag the rate as unsteady and show its interval, or pool years.",
        )
    for moment in ("baseline", "latest"):
        width = _relative_width(card, moment)
        if width is not None and width > WIDEST_INTERVAL:
            yield Remark(
                severity=WARNING,
                part=f"{moment}_high",
                what=f"The interval at {moment} is {width:.0f} % as wide as the value itself.",
                try_instead=f"Over {WIDEST_INTERVAL:.0f} % do not rely on it: pool years or widen "
                "the area.",
            )


def _relative_width(card: MetricCard, moment: str) -> float | None:
    value, limits = getattr(card, f"{moment}_value"), interval_of(card, moment)
    if not value or limits is None:
        return None
    return float(100 * (limits[1] - limits[0]) / abs(value))


def community_has_a_role(card: MetricCard, today: date) -> Iterator[Remark]:
    """M15: the card says who in the community chose it, who sees it and whether they are paid."""
    questions = {
        "community_chose": "who in the community chose it",
        "community_sees": "who in the community sees it",
        "community_paid": "whether they are paid",
    }
    missing = [field for field in questions if not getattr(card, field).strip()]
    if missing:
        yield Remark(
            severity=WARNING,
            part=missing[0],
            what=f"The card does not say {', '.join(questions[field] for field in missing)}.",
            try_instead="Ask, pay and report back, and write it down. If nobody was asked, write "
            "that.",
        )


def is_watched(card: MetricCard) -> bool:
    """Whether a card is watched without a target: who is chosen, by what is a question of law."""
    trait = quota.of_target(card)
    return trait is not None and trait.strong


def is_selection(card: MetricCard) -> bool:
    """Whether a card counts who is hired, promoted, interviewed or awarded something."""
    return bool(SELECTION.search(f"{card.name} {card.numerator}"))


def selection_is_screened(card: MetricCard, today: date) -> Iterator[Remark]:
    """M16: selection rates are a screen with counts, and never a target by race for who is chosen.

    A target for how many of a group are interviewed, hired or awarded can read as a quota. The
    step that loses people is what is mended and gets a target.
    """
    yield from quota.remarks(card)
    counts = (
        card.selected,
        card.applicants,
        card.reference_selected,
        card.reference_applicants,
    )
    given = [count for count in counts if count is not None]
    for field in _OF_TEXT:
        words = _RULE_OF_HIRING.search(_text_of(card, field))
        if words is None:
            continue
        yield Remark(
            severity=WARNING,
            part=field,
            harms=True,
            what=f"The card uses a legal name: {words[0]!r}.",
            try_instead="Say what the numbers show. Four fifths was a rule of thumb of 1978 for "
            "hiring; whether a rule was broken is for counsel.",
            question="before the card goes out: to read how it says what the numbers show",
        )
    if len(given) == len(counts):
        yield from _screen(*given)
    elif given or is_selection(card):
        yield Remark(
            severity=WARNING,
            part="selected",
            what="The card is about who is chosen and does not give the four counts.",
            try_instead="Write how many applied and how many were chosen, for the focus group and "
            "the reference.",
        )


def _text_of(card: MetricCard, field: str) -> str:
    value = getattr(card, field)
    return value if isinstance(value, str) else "; ".join(value)


def _screen(selected: int, applied: int, others: int, others_applied: int) -> Iterator[Remark]:
    pairs = ((selected, applied), (others, others_applied))
    if any(not 0 <= chosen <= all_ for chosen, all_ in pairs) or not applied or not others_applied:
        yield Remark(
            severity=WARNING,
            part="selected",
            what=f"The counts are {selected} of {applied} and {others} of {others_applied}.",
            try_instead="Each group needs applicants, and nobody can be chosen who did not apply.",
        )
        return
    lower, higher = sorted(pairs, key=lambda pair: pair[0] / pair[1])
    if higher[0] == 0:
        yield Remark(
            severity=WARNING,
            part="selected",
            what="Nobody was chosen in either group, so there is no ratio.",
            try_instead="Wait for a period in which people were chosen, or pool periods.",
        )
        return
    found = compare_selection(*lower, *higher)
    if is_below_screen(*lower, *higher):
        yield Remark(
            severity=WARNING,
            part="selected",
            what=f"The impact ratio is {found.impact_ratio:.2f}, under {SCREEN:.2f}. {found.words}",
            try_instead="Treat it as a screen: look at each step of the choice for what lets "
            "people through.",
        )
