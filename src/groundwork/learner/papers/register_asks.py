"""What is still to be asked about a register: of its cards, its rules and its questions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from groundwork.subject.asks import BY_WHAT_IT_CHOOSES, Ask, of_remarks, offices_in
from groundwork.subject.fairness import evaluation, rule_card
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import equity, owner, short
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.positions import is_nobody, to_be_filled
from groundwork.subject.remark import NUDGE, Remark

OWNER, DIRECTOR, KEEPER = "the owner", "the director", "whoever keeps the data"
EPIDEMIOLOGIST, FINANCE = "the epidemiologist", "finance"
PEOPLE = "the people it is about, and pay them for their time"
# Whom to ask for what a card lacks, by its field.
HOLDERS = {
    "name": (OWNER, "what is measured, in a few words"),
    "level": (
        OWNER,
        "whether it asks about everybody in a place, or about the work of one program",
    ),
    "kind": (OWNER, "whether it shows how much was done, how well, or who is better off"),
    "numerator": (KEEPER, "who or what is counted"),
    "numerator_inside": (
        KEEPER,
        "whether all who are counted are among those it is counted out of",
    ),
    "denominator": (KEEPER, "out of whom it is counted"),
    "unit": (KEEPER, "the unit: percent, per 1,000, a count, days"),
    "place": (KEEPER, "for which place it is counted"),
    "period": (KEEPER, "for which time it is counted"),
    "age_adjustment": (EPIDEMIOLOGIST, "how age is accounted for, or why it need not be"),
    "disaggregation": (DIRECTOR, "by what it is split, or why not, and who decides that"),
    "reference": (EPIDEMIOLOGIST, "which group or total it is compared with"),
    "reference_reason": (EPIDEMIOLOGIST, "why it is compared with that group or total"),
    "gap_reading": (EPIDEMIOLOGIST, "how to read the two gaps, which did not move alike"),
    "direction": (OWNER, "which way is better"),
    "baseline_value": (KEEPER, "the value where it starts"),
    "baseline_year": (KEEPER, "the year of the baseline"),
    "baseline_low": (KEEPER, "the lower 95 % limit where it starts"),
    "baseline_high": (KEEPER, "the upper 95 % limit where it starts"),
    "reference_baseline": (KEEPER, "the other group's value where it starts"),
    "latest_low": (KEEPER, "the lower 95 % limit of the latest value"),
    "latest_high": (KEEPER, "the upper 95 % limit of the latest value"),
    "reference_latest": (KEEPER, "the other group's value now"),
    "target_value": (DIRECTOR, "which value is to be reached"),
    "target_year": (DIRECTOR, "the year of the target"),
    "target_basis": (EPIDEMIOLOGIST, "what the target rests on"),
    "smallest_events": (KEEPER, "how many events the smallest group shown has in one period"),
    "uncertainty": (EPIDEMIOLOGIST, "how it is shown that a value of few events is not steady"),
    "suppression_rule": (EPIDEMIOLOGIST, "which small counts are hidden or pooled"),
    "data_source": (KEEPER, "the name of the register or system"),
    "data_frequency": (KEEPER, "how often new figures come"),
    "data_geography": (KEEPER, "for which place the source has figures"),
    "data_lag_months": (KEEPER, "how late new figures come"),
    "data_status": (KEEPER, "whether the figures are final or provisional"),
    "counted_by": (KEEPER, "which position counts it, and who counts it again"),
    "owner_type": (DIRECTOR, "whether one position or a partnership answers for it"),
    "owner": (DIRECTOR, "which position answers for it"),
    "deputy": (OWNER, "which position stands in"),
    "authority": (DIRECTOR, "what the owner may decide without asking, in writing"),
    "owner_dollars": (FINANCE, "the memo that says how many dollars the owner may commit"),
    "frequency": (OWNER, "how often it is looked at"),
    "review_forum": (OWNER, "which meeting looks at it"),
    "next_review": (OWNER, "the day of the next review"),
    "community_chose": (PEOPLE, "whether they would choose this measure"),
    "community_sees": (PEOPLE, "where they want to see it"),
    "community_paid": (
        FINANCE,
        "by which rule, and from which line, the people it is about are paid",
    ),
}
TOGETHER = (
    ("place", "period"),
    ("reference", "reference_reason"),
    ("baseline_value", "baseline_year"),
    ("baseline_low", "baseline_high"),
    ("latest_low", "latest_high"),
    ("target_value", "target_year"),
    ("data_frequency", "data_lag_months", "data_geography", "data_status"),
    ("community_chose", "community_sees"),
)
"""Fields that are asked for in one line, which names those that are open and no others."""
ALWAYS = (*short.FIRST, "data_status", "community_chose", "community_sees", "community_paid")
"""What is asked for where it is open, also where no remark is about it alone."""
NOTICE = ("human resources", "whether notice to a union, or bargaining, comes first")
CHOSEN = ("counsel", BY_WHAT_IT_CHOOSES)
BEYOND = "who decides what the owner may not, or a memo that lets the owner"
SELECTION = "GW-M16"
COUNSEL = (
    "counsel",
    "before anybody counts or works by it: whether to look at who is chosen, and who directs that",
)
# Whom to ask for what a rule, or an evaluation question, leaves open, by its field.
OF_RULE = {
    "name": "whoever applies the rule",
    "criteria": "whoever applies the rule",
    "applies": "the director",
    "exception": "the director",
    "log": "whoever applies the rule",
    "appeal": "the director",
    "review": "the director",
    "asked": "whoever applies the rule",
}
OF_QUESTION = {
    "question": "the director",
    "program": "the director",
    "decides": "the director",
    "comparison": "the epidemiologist",
    "measures": "whoever keeps the data",
    "who": "the director",
    "cost": "finance",
    "when": "whoever looks for the answer",
    "known": "the epidemiologist",
}


def asks(
    cards: Sequence[MetricCard],
    found: Sequence[Sequence[Remark]],
    rules: Sequence[RuleCard],
    evaluations: Sequence[Evaluation],
    day: date,
) -> list[Ask]:
    """Ask for what cards lack, and for each open point of a rule and of an evaluation question.

    What one office is asked stands together.

    Parameters
    ----------
    found
        What the checks remark on, for each card.
    """
    asked = [ask for each, of in zip(cards, found, strict=True) for ask in _of_card(each, of)]
    if cards:  # a list of words knows only some of those who are chosen, hired or paid by a card
        asked.append(Ask(*CHOSEN, "each card by which somebody is chosen, hired or paid"))
    for rule in rules:
        why = f"the rule “{rule.name}”" if rule.name else "a rule without a name"
        asked += [*_open(rule_card.check(rule, day), OF_RULE, why), Ask(*CHOSEN, why)]
    for number, each in enumerate(evaluations, 1):
        why = f"evaluation question {number}"  # its words stand in the table
        asked += [*_open(evaluation.check(each, day), OF_QUESTION, why), Ask(*CHOSEN, why)]
    offices = list(dict.fromkeys(ask.whom for ask in asked))
    return sorted(dict.fromkeys(asked), key=lambda ask: offices.index(ask.whom))


def _of_card(card: MetricCard, remarks: Sequence[Remark]) -> Iterator[Ask]:
    id = card.id.removeprefix("Card ")
    about = f"card {id}" if id else f"the measure “{card.name}”"
    asked = [ask for remark in remarks if (ask := _of_remark(card, remark, about))]
    asked += _for_fields(card, _open_fields(card, remarks), about)
    if lacking := owner.held(card).lacks(owner.needed(card.consequence)):
        asked.append(Ask(DIRECTOR, f"{BEYOND}: {', '.join(lacking)}", about))
    if owner.owes_notice(card.consequence):
        asked.append(Ask(*NOTICE, about))
    offices = {ask.whom for ask in asked}
    asked += [ask for ask in of_remarks(remarks, about) if ask.whom not in offices]
    whom = _owner_of(card)
    yield from dict.fromkeys(replace(ask, whom=whom) if ask.whom == OWNER else ask for ask in asked)


def _owner_of(card: MetricCard) -> str:
    """Return whom to ask what the owner knows; while the position is vacant, the director."""
    if not is_nobody(card.owner):
        return OWNER
    position = to_be_filled(card.owner)
    return f"{DIRECTOR}, until the position “{position}” is filled" if position else DIRECTOR


def _of_remark(card: MetricCard, remark: Remark, about: str) -> Ask | None:
    """Ask what a remark asks in words of its own; what is missing is asked for by its field."""
    if remark.code == SELECTION and not remark.question:
        return Ask(*COUNSEL, about)
    if remark.part == "consequence":
        return Ask(OWNER, remark.question, about) if remark.question else None
    if not _misses(remark):
        return None
    if _says_it(remark):
        return Ask(_whom(card, remark.part), remark.question, about)
    if _stands(card, remark.part):
        what = f"{HOLDERS[remark.part][1]}: {remark.what.removesuffix('.')}"
        return Ask(_whom(card, remark.part), what, about)
    return None


def _stands(card: MetricCard, field: str) -> bool:
    """Whether something stands in a field: it is not asked for, but asked about."""
    return getattr(card, field) not in ("", None, ())


def _misses(remark: Remark) -> bool:
    """Whether somebody can be asked for what a remark is about; not what its writer words anew."""
    return remark.part in HOLDERS and remark.severity != NUDGE and not remark.harms


def _says_it(remark: Remark) -> bool:
    """Whether a remark says in words of its own what is asked of whom its field is asked of."""
    return bool(remark.question) and not offices_in(f"{remark.try_instead} {remark.question}")


def _open_fields(card: MetricCard, remarks: Sequence[Remark]) -> list[str]:
    """Return the fields of a card that a remark misses, or in which nothing stands."""
    missed = (
        remark.part
        for remark in remarks
        if _misses(remark)
        and remark.code != SELECTION
        and not _says_it(remark)
        and not _stands(card, remark.part)
    )
    unasked = ("target_value", "target_year") if equity.is_watched(card) else ()
    empty = (
        name
        for name in ALWAYS
        if name in HOLDERS and name not in unasked and getattr(card, name) in ("", None)
    )
    return list(dict.fromkeys([*missed, *empty]))


def _for_fields(card: MetricCard, open_: Sequence[str], about: str) -> Iterator[Ask]:
    """Ask for fields that are open, each line for those that belong together."""
    lines = {name: fields for fields in TOGETHER for name in fields}
    for fields in dict.fromkeys(lines.get(name, (name,)) for name in open_):
        named = [name for name in fields if name in open_]
        *first, last = (HOLDERS[name][1] for name in named)
        what = f"{', '.join(first)}, and {last}" if first else last
        yield Ask(_whom(card, named[0]), what, about)


def _whom(card: MetricCard, field: str) -> str:
    """Return whom to ask for a field; a review's day is known to whoever leads its meeting."""
    if field == "next_review" and card.review_forum:
        return f"whoever leads “{card.review_forum}”"
    return HOLDERS[field][0]


def _open(remarks: Sequence[Remark], whom: Mapping[str, str], why: str) -> Iterator[Ask]:
    """Ask each office once for all that is open; counsel is asked by what it chooses anyway."""
    asked: dict[str, list[str]] = {}
    for remark in remarks:
        if remark.question and "counsel" not in offices_in(remark.question):
            asked.setdefault(whom[remark.part], []).append(remark.question)
    for office, questions in asked.items():
        yield Ask(office, " ".join(questions), why)
