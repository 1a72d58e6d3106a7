"""The checks of a metric card, in order, with the reason and the source of each.

Sources: Results-Based Accountability (Friedman 2005, a trademark) for levels and kinds, with the
additions of GARE's "Racial Equity: Getting to Results" (Bernabei 2017); Healthy People 2020 and
2030 for baselines, targets and words; WHO and Kjellsson, Gerdtham and Petrie 2015 for the two
gaps; NCHS and the Washington State Department of Health for small numbers; Kalev, Dobbin and Kelly
2006 for responsibility; the four-fifths rule of thumb of 1978 for selection.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from groundwork.subject import silence
from groundwork.subject.metrics import definition, equity, gap, interval, owner, review, target
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.rule import Check
from groundwork.subject.remark import Remark

CHECKS: tuple[Check, ...] = (
    Check(
        "GW-M01",
        "Level fits the owner",
        "Blaming one agency for the condition of a whole population is unfair and changes nothing.",
        "Results-Based Accountability (Friedman 2005)",
        definition.level_fits_owner,
    ),
    Check(
        "GW-M02",
        "Kind of performance is stated",
        "Counting work can look like success while nobody is better off.",
        "Results-Based Accountability (Friedman 2005)",
        definition.kind_is_stated,
    ),
    Check(
        "GW-M03",
        "Top and bottom are defined",
        "Two people who count it have to get the same number.",
        "Standard epidemiology",
        definition.top_and_bottom_are_defined,
    ),
    Check(
        "GW-M04",
        "Target is better than the baseline",
        "Without a direction nobody can say whether a change is good.",
        "Healthy People 2030",
        target.target_is_better_than_baseline,
    ),
    Check(
        "GW-M05",
        "Baseline and target are dated and sourced",
        "Progress is counted from a known place to a known date.",
        "Healthy People 2030",
        target.baseline_is_dated,
    ),
    Check(
        "GW-M06",
        "Target has a basis",
        "A target out of the air is the first thing to be dropped, and a gap must not close by "
        "making anyone worse off.",
        "Healthy People 2030 target setting; GARE, beyond closing the gaps",
        target.target_has_a_basis,
    ),
    Check(
        "GW-M07",
        "Results are split",
        "An average hides who the system fails.",
        "GARE; Urban Indian Health Institute, best practices for data",
        equity.split_by_race_and_more,
    ),
    Check(
        "GW-M08",
        "Reference is named and justified",
        "The reference decides how large the gap looks and who counts as normal.",
        "Healthy People 2020, best group rate",
        equity.reference_is_justified,
    ),
    Check(
        "GW-M09",
        "Both gaps are reported",
        "The difference and the ratio can move in opposite directions on the same data.",
        "WHO; Healthy People 2030; Kjellsson, Gerdtham and Petrie 2015",
        gap.both_gaps_are_reported,
    ),
    Check(
        "GW-M10",
        "Small numbers are handled",
        "Small counts jump by chance and can give people away.",
        "NCHS rates standard 2023; Washington State Department of Health 2018",
        equity.small_numbers_are_handled,
    ),
    Check(
        "GW-M11",
        "Age is accounted for",
        "Groups differ in age, and age alone can make or hide a gap in deaths.",
        "CDC practice of age standardization",
        definition.age_is_declared,
    ),
    Check(
        "GW-M12",
        "Owner can decide",
        "In 708 workplaces, assigning responsibility gave the broadest gains, and made other "
        "measures work better.",
        "Kalev, Dobbin and Kelly 2006; Build Internal Infrastructure and Capacity",
        owner.owner_can_decide,
    ),
    Check(
        "GW-M13",
        "Review and consequence are set",
        "A measure that nobody looks at, or that changes nothing, is not accountability.",
        "Build Internal Infrastructure and Capacity; Seattle's lessons from its toolkit",
        review.review_is_set,
    ),
    Check(
        "GW-M14",
        "Source can serve",
        "A measure reviewed each quarter needs figures each quarter, and provisional ones change.",
        "NCHS, provisional and final life expectancy 2021",
        review.source_can_serve,
    ),
    Check(
        "GW-M15",
        "Community has a role",
        "Who chooses a measure decides what counts as success.",
        "Human Impact Partners; Washington State compensation guidelines",
        equity.community_has_a_role,
    ),
    Check(
        "GW-M16",
        "Selection is screened",
        "Ratios of selection rates depend on counts and on which side is counted; four fifths was "
        "a rule of thumb for employment and never a finding of law.",
        "The Uniform Guidelines of 1978 (29 CFR 1607.4 D). By July 2026 EEOC planned to take them "
        "back: ask counsel what holds today",
        equity.selection_is_screened,
    ),
    Check(
        "GW-M17",
        "Count has a quality pair",
        "What is counted gets done, with or without its purpose.",
        "Results-Based Accountability (Friedman 2005); Kalev, Dobbin and Kelly 2006",
        owner.count_has_a_pair,
    ),
    Check(
        "GW-M18",
        "Wording names the system",
        "Words that put the problem in people send the work to the wrong place.",
        "CDC Health Equity Guiding Principles for Inclusive Communication 2021",
        owner.wording_names_the_system,
    ),
    Check(
        "GW-M19",
        "Progress is in the four words",
        "A wobble is not a trend. Four words with one rule keep praise and blame honest.",
        "Healthy People 2030",
        target.progress_is_in_the_four_words,
    ),
    Check(
        "GW-M20",
        "Nobody is named, and nothing is admitted",
        "Cards are passed on and may become public records.",
        "Privacy practice of this course",
        owner.nobody_is_named,
    ),
    Check(
        "GW-M21",
        "Values can be compared",
        "A change is tested with the interval of each value, as if the two were independent.",
        "Healthy People 2030 progress measures; Zou and Donner 2008 for limits that are not even",
        interval.values_can_be_compared,
    ),
)


def check_card(card: MetricCard, today: date | None = None) -> list[Remark]:
    """Run the checks on a card.

    Parameters
    ----------
    card
        The card, however incomplete.
    today
        The day to judge dates by; by default the real one.
    """
    day = today or date.today()
    return [
        replace(remark, about=card.id, code=check.code, why=check.why, source=check.source)
        for check in CHECKS
        for remark in check.look(card, day)
    ]


def closing(findings: Sequence[Remark]) -> str:
    """Say what the checks of a card looked at and cannot tell; show it below their findings."""
    phrases = sum(finding.code == "GW-M18" for finding in findings)
    looks_at = "what a card states: numbers, dates, splits, owner, review and words"
    return silence.closing(findings, looks_at, phrases, chooses=True)


def check_cards(cards: Iterable[MetricCard], today: date | None = None) -> list[Remark]:
    """Run the checks on each card in turn."""
    return [finding for card in cards for finding in check_card(card, today)]
