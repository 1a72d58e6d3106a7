"""The scale and the statements of the readiness profile: what its readers see.

The five needs are those of the practice "Build Internal Infrastructure and Capacity" (Human Impact
Partners, HealthEquityGuide.org). Statements and scale are in our own words. They have not been
validated as an instrument: they start a conversation, they do not measure a department.

An id such as ``roles_1`` never changes its meaning, because learners' kept ratings name it. A
statement that has to change its meaning gets a new id, and its former id and words go to `FORMER`.
"""

from collections.abc import Sized
from dataclasses import dataclass

from groundwork.subject.readiness_steps import STEPS


@dataclass(frozen=True)
class Level:
    """One step of the scale: its number and its name; `Statement.steps` says what it looks like."""

    number: int
    name: str


@dataclass(frozen=True)
class Statement:
    """Something that can be seen in a department, where to look for it and what each step is.

    `held_by` is the office that most often has what it is looked up in.
    """

    id: str
    need: str
    text: str
    look_at: str
    steps: tuple[str, str, str, str]
    held_by: str


@dataclass(frozen=True)
class FormerStatement:
    """A statement that nobody is asked to rate any more: its words, and the id of the one now."""

    text: str
    now: str


@dataclass(frozen=True)
class Need:
    """One of the five needs, what it is for, and the statements that make it visible."""

    id: str
    title: str
    why: str
    statements: tuple[Statement, ...]


LEVELS: tuple[Level, ...] = (
    Level(1, "not in place"),
    Level(2, "talked about"),
    Level(3, "partly in place"),
    Level(4, "in place and used"),
)


# Which office most often has the paper that a statement is looked up in.
_HUMAN_RESOURCES, _FINANCE, _DIRECTOR = "Human resources", "Finance", "the director's office"
_CLERK, _COMMUNICATIONS = "the clerk of the board or council", "Communications"
_PARTNERSHIPS, _PERFORMANCE = "Community partnerships", "Performance management"
HELD_BY = {
    "roles_1": "Human resources and Finance",
    "roles_2": _FINANCE,
    "roles_3": _HUMAN_RESOURCES,
    "roles_4": _FINANCE,
    "roles_5": "Grants management",
    "roles_6": _HUMAN_RESOURCES,
    "leadership_1": _DIRECTOR,
    "leadership_2": _HUMAN_RESOURCES,
    "leadership_3": _DIRECTOR,
    "leadership_4": "the team that leads equity work",
    "leadership_5": _CLERK,
    "leadership_6": _HUMAN_RESOURCES,
    "communication_1": _COMMUNICATIONS,
    "communication_2": _COMMUNICATIONS,
    "communication_3": _HUMAN_RESOURCES,
    "communication_4": _PARTNERSHIPS,
    "communication_5": _CLERK,
    "communication_6": _HUMAN_RESOURCES,
    "analysis_1": _HUMAN_RESOURCES,
    "analysis_2": "the health equity office",
    "analysis_3": "Epidemiology",
    "analysis_4": "the program managers",
    "analysis_5": "the training office",
    "accountability_1": _PERFORMANCE,
    "accountability_2": _PERFORMANCE,
    "accountability_3": _DIRECTOR,
    "accountability_4": _PERFORMANCE,
    "accountability_5": "the planning office",
    "accountability_6": _PARTNERSHIPS,
}

# A former statement's id, its words, and the id that came in its place ("" when none did). Whoever
# rated it is shown that rating beside the new statement. It never counts as a rating of the new.
FORMER: dict[str, FormerStatement] = {}


def _need(id: str, title: str, why: str, *statements: tuple[str, str]) -> Need:
    return Need(
        id,
        title,
        why,
        tuple(
            Statement(own, id, text, look_at, STEPS[own], HELD_BY[own])
            for own, (text, look_at) in zip(_ids(id, statements), statements, strict=True)
        ),
    )


def _ids(need: str, statements: Sized) -> list[str]:
    return [f"{need}_{number}" for number in range(1, len(statements) + 1)]


NEEDS: tuple[Need, ...] = (
    _need(
        "roles",
        "Dedicated roles and resources",
        "Work without hours and money stops when people get busy.",
        (
            "At least one position whose written job description names equity work is paid from "
            "recurring money (in the budget each year).",
            "The job description, and the budget line that pays the position.",
        ),
        (
            "The adopted budget shows what is spent on equity work, as its own line or as a "
            "share of other lines that is written down, such as half a salary.",
            "The adopted budget, or the finance office's list of lines.",
        ),
        (
            "Staff in other positions have paid hours for equity work, agreed in writing with "
            "their supervisor.",
            "Work plans, time codes, or an email that sets the hours.",
        ),
        (
            "Community members and groups who advise the department are paid by a written rule, "
            "from money set aside for it.",
            "The payment rule, and last year's payments.",
        ),
        (
            "A written plan says which equity positions stay, and who pays, when the next grant "
            "ends.",
            "The grant's end date, and the plan for the positions it pays.",
        ),
        (
            "Equity work outside a job description is paid and optional, and nobody is asked to "
            "speak for a racial group or to teach colleagues about it for nothing.",
            "The policy, time codes, and how often last year which unit asked for such work.",
        ),
    ),
    _need(
        "leadership",
        "Leadership commitment",
        "Leaders hold the power to move money, staff and rules.",
        (
            "A written mandate for equity work, signed by the director, is in force and open to "
            "all staff.",
            "The signed order, resolution or policy.",
        ),
        (
            "One position on the senior team answers for equity work, and its yearly review covers "
            "it.",
            "The position's job description and review form.",
        ),
        (
            "In the past year leaders changed a budget, a position or a rule because of what an "
            "equity review found, and a record says so.",
            "Minutes, a budget change or a revised policy.",
        ),
        (
            "A team of staff leads equity work, and its charter says what it may decide without "
            "asking.",
            "The team's charter.",
        ),
        (
            "Papers that leaders take to the board or council name the policies behind a health "
            "gap, not only the gap.",
            "The last three board or council papers on a health topic.",
        ),
        (
            "Once a year the senior team sees hiring, pay, promotion and discipline by race, as "
            "counsel directs and where groups are large enough to report.",
            "The last such report, and what was decided on it.",
        ),
    ),
    _need(
        "communication",
        "Transparent communication",
        "People support what they can see, and question what they hear late.",
        (
            "One page that all staff can open lists the equity priorities, the position that leads "
            "each, and the money behind it.",
            "The page, and the date it was last changed.",
        ),
        (
            "At least four times a year all staff hear how the equity work is going, including "
            "what did not work.",
            "The last four updates.",
        ),
        (
            "Any staff member can ask about equity work or raise a concern, and gets a reply "
            "within a stated time.",
            "The form or address, the stated time, and some replies.",
        ),
        (
            "When community members give advice, they hear back what the department did with it, "
            "or why it did not act.",
            "Notes or letters that report back.",
        ),
        (
            "Decisions that affect the communities that past decisions harmed most are published, "
            "with the reason and the position that decided.",
            "The last such decision, and where it was published.",
        ),
        (
            "A written rule protects whoever raises a concern about racism, and names the position "
            "that answers for it.",
            "The rule, and who has been told of it.",
        ),
    ),
    _need(
        "analysis",
        "Shared analysis",
        "Units pull the same way when they agree on what causes the gaps.",
        (
            "The department has written down what it means by health equity and racial justice, "
            "and new staff get it in their first month.",
            "The text, and the checklist for new staff.",
        ),
        (
            "The department has a written account of the local policies that shaped who is healthy "
            "here, with its own part in them.",
            "The account, and who helped to write it.",
        ),
        (
            "Regular reports show results by race and ethnicity and by one more grouping, with the "
            "difference and the ratio.",
            "The last regular report.",
        ),
        (
            "Each program plan names the root cause it works on and the evidence for it.",
            "Three program plans, picked by chance.",
        ),
        (
            "Staff have paid time, at least four times a year, to learn and reflect together on "
            "root causes.",
            "The calendar, and a count of who could come.",
        ),
    ),
    _need(
        "accountability",
        "Accountability mechanisms",
        "Somebody has to answer for each goal, and be able to change something.",
        (
            "Each equity goal has a measure with a baseline, a target and a date.",
            "The list of goals and measures.",
        ),
        (
            "Each measure has one position that answers for it and can change money, staffing or a "
            "rule.",
            "The list of measures, with the owner's written authority.",
        ),
        (
            "For the main equity decisions, a page says who decides, who advises, who does the "
            "work and who is told.",
            "The page, and one decision that followed it.",
        ),
        (
            "A named meeting reviews the measures on set dates, and a written step follows when a "
            "measure is off track.",
            "The dates, the minutes, and the last step taken.",
        ),
        (
            "A written rule has each new program checked for who gains and who carries the "
            "burden, before it starts and each year after.",
            "The rule, and the last check.",
        ),
        (
            "Community members see the results and have a set place to question them.",
            "Where results are shown, and notes of questions and answers.",
        ),
    ),
)

STATEMENTS: dict[str, Statement] = {
    statement.id: statement for need in NEEDS for statement in need.statements
}
"""Every statement by its id, in order."""
