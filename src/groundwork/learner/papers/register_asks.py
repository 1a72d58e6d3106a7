"""What is still to be asked about a register: of its cards, its rules and its questions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from groundwork.subject.asks import Ask, of_remarks, offices_in
from groundwork.subject.fairness import evaluation, rule_card
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import equity, owner, short
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.remark import NUDGE, Remark

OWNER, DIRECTOR, KEEPER = "the owner", "the director", "whoever keeps the data"
EPIDEMIOLOGIST, FINANCE = "the epidemiologist", "finance"
PEOPLE = "the people it is about, and pay them for their time"
_SIDE = (OWNER, "whether it asks about everybody in a place, or about the work of one program")
_WHEN_WHERE = (KEEPER, "for which place and which time it is counted")
_SPLIT = (DIRECTOR, "by what it is split, or why not, and who decides that")
_COMPARED = (EPIDEMIOLOGIST, "which group or total it is compared with, and why that one")
_START = (KEEPER, "the value where it starts, its year and its source")
_START_LIMITS = (KEEPER, "the 95 % interval where it starts")
_LATEST_LIMITS = (KEEPER, "the 95 % interval of the latest value")
_TARGET = (DIRECTOR, "which value is to be reached, and by which year")
_FIGURES = (KEEPER, "how often new figures come, how late, for which place, and whether final")
_ANSWERS = (DIRECTOR, "which position answers for it")
_CHOSEN_BY = (PEOPLE, "whether they would choose this measure, and where they want to see it")
# Whom to ask for what a card lacks, by its field.
HOLDERS = {
    "name": (OWNER, "what is measured, in a few words"),
    "level": _SIDE,
    "kind": (OWNER, "whether it shows how much was done, how well, or who is better off"),
    "numerator": (KEEPER, "who or what is counted"),
    "numerator_inside": (
        KEEPER,
        "whether all who are counted are among those it is counted out of",
    ),
    "denominator": (KEEPER, "out of whom it is counted"),
    "unit": (KEEPER, "the unit: percent, per 1,000, a count, days"),
    "place": _WHEN_WHERE,
    "period": _WHEN_WHERE,
    "age_adjustment": (EPIDEMIOLOGIST, "how age is accounted for, or why it need not be"),
    "disaggregation": _SPLIT,
    "reference": _COMPARED,
    "reference_reason": _COMPARED,
    "gap_reading": (EPIDEMIOLOGIST, "how to read the two gaps, which did not move alike"),
    "direction": (OWNER, "which way is better"),
    "baseline_value": _START,
    "baseline_year": _START,
    "baseline_low": _START_LIMITS,
    "baseline_high": _START_LIMITS,
    "reference_baseline": (KEEPER, "the other group's value where it starts"),
    "latest_low": _LATEST_LIMITS,
    "latest_high": _LATEST_LIMITS,
    "reference_latest": (KEEPER, "the other group's value now"),
    "target_value": _TARGET,
    "target_year": _TARGET,
    "target_basis": (EPIDEMIOLOGIST, "what the target rests on"),
    "smallest_events": (KEEPER, "how many events the smallest group shown has in one period"),
    "uncertainty": (EPIDEMIOLOGIST, "how it is shown that a value of few events is not steady"),
    "suppression_rule": (EPIDEMIOLOGIST, "which small counts are hidden or pooled"),
    "data_source": (KEEPER, "the name of the register or system"),
    "data_frequency": _FIGURES,
    "data_geography": _FIGURES,
    "data_lag_months": _FIGURES,
    "data_status": _FIGURES,
    "counted_by": (KEEPER, "which position counts it, and who counts it again"),
    "owner_type": _ANSWERS,
    "owner": _ANSWERS,
    "deputy": (OWNER, "which position stands in"),
    "authority": (DIRECTOR, "what the owner may decide without asking, in writing"),
    "owner_dollars": (FINANCE, "the memo that says how many dollars the owner may commit"),
    "frequency": (OWNER, "how often it is looked at"),
    "review_forum": (OWNER, "which meeting looks at it"),
    "next_review": (OWNER, "the day of the next review"),
    "community_chose": _CHOSEN_BY,
    "community_sees": _CHOSEN_BY,
    "community_paid": (
        FINANCE,
        "by which rule, and from which line, the people it is about are paid",
    ),
}
ALWAYS = (*short.FIRST, "community_chose", "community_sees", "community_paid")
"""What is asked for where it is open, also where no remark is about it alone."""
NOTICE = ("human resources", "whether notice to a union, or bargaining, comes first")
CHOSEN = ("counsel", "before anybody is chosen by it: whether the law allows these criteria")
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
    for rule in rules:
        why = f"the rule “{rule.name}”" if rule.name else "a rule without a name"
        asked += _open(rule_card.check(rule, day), OF_RULE, why)
    for each in evaluations:
        why = f"the evaluation question “{each.question}”" if each.question else "an evaluation"
        asked += _open(evaluation.check(each, day), OF_QUESTION, why)
    offices = list(dict.fromkeys(ask.whom for ask in asked))
    return sorted(asked, key=lambda ask: offices.index(ask.whom))


def _of_card(card: MetricCard, remarks: Sequence[Remark]) -> Iterator[Ask]:
    id = card.id.removeprefix("Card ")
    about = f"card {id}" if id else f"the measure “{card.name}”"
    asked = [ask for remark in remarks if (ask := _of_remark(card, remark, about))]
    unasked = ("target_value", "target_year") if equity.is_watched(card) else ()
    asked += [
        Ask(*HOLDERS[name], about)
        for name in ALWAYS
        if name in HOLDERS and name not in unasked and getattr(card, name) in ("", None)
    ]
    if lacking := owner.held(card).lacks(owner.needed(card.consequence)):
        asked.append(Ask(DIRECTOR, f"{BEYOND}: {', '.join(lacking)}", about))
    if owner.owes_notice(card.consequence):
        asked.append(Ask(*NOTICE, about))
    offices = {ask.whom for ask in asked}
    asked += [ask for ask in of_remarks(remarks, about) if ask.whom not in offices]
    yield from dict.fromkeys(asked)


def _of_remark(card: MetricCard, remark: Remark, about: str) -> Ask | None:
    """Ask for what a remark misses; what only its writer can word anew is asked of nobody."""
    if remark.code == SELECTION:
        return Ask(*COUNSEL, about)
    if remark.part == "consequence":
        return Ask(OWNER, remark.question, about) if remark.question else None
    if remark.part not in HOLDERS or remark.severity == NUDGE or remark.harms:
        return None
    whom, what = HOLDERS[remark.part]
    if remark.question and not offices_in(f"{remark.try_instead} {remark.question}"):
        what = remark.question
    if remark.part == "next_review" and card.review_forum:
        whom = f"whoever leads “{card.review_forum}”"
    return Ask(whom, what, about)


def _open(remarks: Sequence[Remark], whom: Mapping[str, str], why: str) -> Iterator[Ask]:
    """Ask each office once for all that is open; a choice of people goes to counsel alone."""
    asked: dict[str, list[str]] = {}
    for remark in remarks:
        if "counsel" in offices_in(remark.question):
            yield Ask(*CHOSEN, why)
        elif remark.question:
            asked.setdefault(whom[remark.part], []).append(remark.question)
    for office, questions in asked.items():
        yield Ask(office, " ".join(questions), why)
