"""Rule cards and evaluation questions: what is drafted before a program is built."""

from collections.abc import Mapping
from typing import Any, TypeVar

from groundwork.learner import artifacts, place
from groundwork.screen.widgets.fields import Field, Record, Said
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.errors import UserError
from groundwork.subject.fairness import evaluation, rule_card
from groundwork.subject.fairness.evaluation import EVIDENCE, Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.remark import Remark, harms_first

RULES, EVALUATIONS = "rule_cards", "evaluation_questions"
MOST = 3
RULE_FIELDS = (
    Field("name", "What the rule decides", help="For example: who gets a home visit first."),
    Field(
        "criteria",
        "Who comes first",
        "long text",
        help="By which need, in which order. For example: weeks of pregnancy past 28; then no "
        "prenatal visit yet; between equals, the order of asking.",
    ),
    Field("applies", "Who applies it", help="A position, such as Intake Nurse."),
    Field(
        "exception",
        "Exception",
        "long text",
        help="When it is set aside, and which position grants that.",
        listed=False,
    ),
    Field(
        "log",
        "Log",
        help="Where each decision and exception is written, and who counts them how often.",
        listed=False,
    ),
    Field(
        "appeal",
        "Appeal",
        "long text",
        help="To whom somebody turns who is refused, how they are told, within how many days.",
    ),
    Field("review", "Looked at again", "day", help="A date, such as May 15, 2027."),
    Field(
        "asked",
        "Who that lives with it was asked",
        help="A group, and whether they were paid.",
        listed=False,
    ),
)
EVALUATION_FIELDS = (
    Field("question", "Question", "long text", help="One thing to learn, of whom."),
    Field(
        "decides",
        "Decision that hangs on it",
        "long text",
        help="What you do with a yes, and what with a no.",
    ),
    Field(
        "comparison",
        "Compared with",
        help="Who gets it later, another site, or the same people before.",
    ),
    Field(
        "measures",
        "Measures",
        "long text",
        help="Which, split how, from which source, and who agreed that its records are used.",
    ),
    Field("when", "By when", "day", help="A date, such as June 30, 2027."),
    Field("who", "Who does it", help="A position or a body."),
    Field(
        "program",
        "Who runs the program",
        help="The position whose work is looked at.",
        listed=False,
    ),
    Field(
        "cost",
        "Cost",
        help="Hours and dollars, and the line that pays. Residents who answer are paid.",
        listed=False,
    ),
    Field("known", "What is known of it", "choice", EVIDENCE, listed=False),
)
Made = TypeVar("Made", RuleCard, Evaluation)


def rule_cards(name: str = RULES) -> RecordList:
    """Return the learner's rule cards; they stand in the paper of the register."""
    return RecordList(
        place.artifact(name),
        _needing_first(RULE_FIELDS),
        title=place.titled("Rule cards"),
        one="rule",
        look=lambda record: _said(rule_card.check(_made(RuleCard, record)), rule_card.closing),
    )


def evaluation_questions(name: str = EVALUATIONS) -> RecordList:
    """Return the learner's evaluation questions; they stand in the paper of the register."""
    return RecordList(
        place.artifact(name),
        _needing_first(EVALUATION_FIELDS),
        title=place.titled("Evaluation questions"),
        one="question",
        look=lambda record: _said(evaluation.check(_made(Evaluation, record)), evaluation.closing),
    )


def kept_rules() -> list[RuleCard]:
    """Return the rule cards that were kept; none where there are none, or the file is damaged."""
    return [_made(RuleCard, record) for record in _records(RULES)]


def kept_evaluations() -> list[Evaluation]:
    """Return the evaluation questions that were kept."""
    return [_made(Evaluation, record) for record in _records(EVALUATIONS)]


def _needing_first(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    first, *rest = fields
    return (Field(first.id, first.label, first.kind, help=first.help, required=True), *rest)


def _records(name: str) -> list[Mapping[str, Any]]:
    try:
        return list((artifacts.load(place.artifact(name)) or {}).get("records", []))
    except UserError:  # the list on the page says so
        return []


def _made(kind: type[Made], record: Mapping[str, Any]) -> Made:
    names = kind.__dataclass_fields__
    return kind(**{name: str(record.get(name) or "") for name in names})


def _said(remarks: list[Remark], closing: Any) -> Said:
    """Show the worst remarks, one a field, and below them how many there are."""
    if not remarks:
        return Said((), closing(remarks))
    told: dict[str, str] = {}
    more: list[tuple[str, str]] = []
    for remark in harms_first(remarks):
        words = f"{remark.what} {remark.try_instead}"
        if remark.part not in told and (remark.harms or len(told) < MOST):
            told[remark.part] = words
        else:
            more.append((remark.part, words))
    return Said(tuple(told.items()), counted(len(told), len(remarks)), tuple(more))


def counted(shown: int, all: int) -> str:
    """Say how many remarks stand beside their fields, and how many are listed below."""
    if all == 1 and shown:
        return "1 remark is shown."
    if shown == all:
        return f"All {all} remarks are shown."
    if not shown:
        return f"{all} remarks are listed below."
    beside = "1 remark stands" if shown == 1 else f"{shown} remarks stand"
    left = all - shown
    return f"{beside} beside the fields, {left} {'is' if left == 1 else 'are'} listed below."


def record_of(made: RuleCard | Evaluation) -> Record:
    """Return what a form holds of a card."""
    return {name: getattr(made, name) for name in made.__dataclass_fields__}
