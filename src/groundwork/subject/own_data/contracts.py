"""What each kind of file a department brings must hold: six contracts, one a kind.

They are small data classes and not a validation library's schemas. pandera, the best of those, was
weighed: it adds seven packages, one of them compiled (pydantic-core), is not in the browser
edition, and names the rows of a DataFrame. A person looks at a spreadsheet: they need the row and
the column letter of their own file, and to be told what was read past, not only what failed.
"""

from dataclasses import dataclass
from difflib import get_close_matches

from groundwork.subject.errors import UserError
from groundwork.subject.metrics.card import FIELDS as CARD_FIELDS

# What a cell of each kind must hold, as a person would say it.
EXPECTED = {
    "text": "words",
    "choice": "one of the words of this column",
    "yes or no": "yes or no",
    "money": "dollars and cents such as 1234.56",
    "share": "a share from 0 to 1, such as 0.35",
    "number": "a number such as 12.5",
    "whole": "a whole number such as 12",
    "day": "a day such as 2026-06-30",
    "fiscal year": "a fiscal year such as FY2026",
}

NUMERIC = ("money", "share", "number", "whole")


@dataclass(frozen=True)
class Field:
    """One column: what it is called, what stands in it, and what may be done to read it.

    ``kind`` is a key of `EXPECTED`. ``required`` is about the column, ``filled`` about each cell.
    ``words`` are pairs of what people write and what it stands for. ``down`` allows a label that
    stands only on the first row of its group to be filled down. ``code`` marks ids and account
    codes, ``posts`` columns that hold titles and must not hold people's names, ``month`` which day
    of a month is meant when a date names none, ``hidden`` marks that stand for a count not shown.
    """

    name: str
    kind: str
    meaning: str
    example: str
    required: bool = False
    filled: bool = False
    called: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    down: bool = False
    code: bool = False
    posts: bool = False
    month: str = ""
    least: float | None = None
    most: float | None = None
    hidden: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """What a cell must hold, in words."""
        if self.kind == "choice":
            return "one of: " + ", ".join(dict.fromkeys(value for _, value in self.words))
        limits = EXPECTED[self.kind]
        if self.least is not None and self.most is not None and self.kind != "share":
            return f"{limits}, from {self.least:g} to {self.most:g}"
        if self.least is not None and self.kind != "share":
            return f"{limits}, {self.least:g} or more"
        return limits


@dataclass(frozen=True)
class Contract:
    """One kind of file. ``key`` are the columns that tell its rows apart.

    ``in_order`` are two days, the first of which must not come after the second. With a
    ``question`` each further column whose answers fit it is taken as a question of a survey.
    """

    kind: str
    title: str
    one_row: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    cautions: tuple[str, ...] = ()
    in_order: tuple[str, str] | None = None
    question: Field | None = None

    def field(self, name: str) -> Field:
        """Give a field by its name."""
        return next(field for field in self.fields if field.name == name)


def _same(*words: str) -> tuple[tuple[str, str], ...]:
    """Choices that stand for themselves."""
    return tuple((word, word) for word in words)


_FISCAL_YEAR = Field(
    "fiscal_year",
    "fiscal year",
    "The fiscal year, named for the calendar year in which it ends.",
    "FY2026",
    filled=True,
    called=("FY", "fiscal yr", "budget year", "SFY"),
    down=True,
)
_FUND = Field(
    "fund",
    "text",
    "The code of the fund.",
    "F100",
    called=("fund code", "fund no", "fund number", "fund id"),
    down=True,
    code=True,
)
_ENDS = Field(
    "ends",
    "day",
    "The last day of the money; empty when it has none.",
    "2027-06-30",
    called=("end date", "end", "last day", "grant end", "grant end date", "expires", "expiration"),
    month="last",
)
_GROUP_MEANING = "Race and ethnicity, or another grouping, in the words of your source."
_UNIT_CALLED = ("dept", "department", "division", "section", "work unit", "org unit")

_BUDGET = Contract(
    kind="budget_lines",
    title="Budget lines",
    one_row="One row a line and fiscal year.",
    key=("line_id", "fiscal_year"),
    in_order=("starts", "ends"),
    fields=(
        Field(
            "line_id",
            "text",
            "A name or number for the line, used once in a fiscal year.",
            "RB-101",
            required=True,
            filled=True,
            called=("line no", "line number", "line item id", "budget line"),
            code=True,
        ),
        Field(**{**_FISCAL_YEAR.__dict__, "required": True}),
        Field(
            "programme",
            "text",
            "The programme or unit that holds the line.",
            "Family Health",
            called=("program", "program name", *_UNIT_CALLED, "cost center", "cost centre"),
            down=True,
        ),
        Field(
            "purpose",
            "text",
            "What the money is for; for staff, the post and its work.",
            "Community Health Worker: home visits",
            called=("description", "line description", "line item"),
        ),
        Field(
            "object",
            "text",
            "What is bought: staff, contract, stipend, supplies, training and the like.",
            "staff",
            called=("object class", "object code", "category", "expense type", "expense category"),
        ),
        Field(
            "fte",
            "number",
            "Full-time equivalents; empty for a line without staff.",
            "1.00",
            called=("FTEs", "budgeted FTE", "full time equivalent", "positions FTE"),
            least=0,
            most=99_999,
        ),
        Field(
            "amount",
            "money",
            "Dollars and cents for the year.",
            "98000.00",
            required=True,
            filled=True,
            called=("budget", "budget amount", "adopted", "adopted budget", "amount usd"),
        ),
        _FUND,
        Field(
            "fund_label",
            "text",
            "The fund as the budget office calls it.",
            "County general fund",
            called=("fund name", "funding source", "fund description"),
            down=True,
        ),
        Field(
            "starts",
            "day",
            "The first day of the money; empty when none is stated.",
            "2025-07-01",
            called=("start date", "start", "first day", "grant start", "grant start date"),
            month="first",
        ),
        Field(**{**_ENDS.__dict__, "required": True}),
        Field(
            "restriction",
            "choice",
            "Whether a funder says what the money is for; empty when nobody knows.",
            "restricted",
            required=True,
            called=("use of funds",),
            words=_same("unrestricted", "restricted"),
        ),
        Field(
            "recurrence",
            "text",
            "How the budget office labels it: recurring, time-limited or one-time.",
            "recurring",
            required=True,
            called=("funding type",),
        ),
        Field(
            "match_required",
            "yes or no",
            "Whether the funder wants money of yours beside its own.",
            "no",
            called=("match", "local match"),
        ),
        Field(
            "equity_share",
            "share",
            "The part of the line that is equity work; empty where you are still to judge.",
            "0.35",
            called=("equity percent", "equity part", "share equity"),
            least=0,
            most=1,
        ),
        Field(
            "equity_evidence",
            "text",
            "The document that shows the share.",
            "Job description, March 2026",
            called=("evidence",),
        ),
        Field(
            "source_document",
            "text",
            "Where the line was found.",
            "Adopted budget FY2026, page 12",
            called=("document",),
        ),
    ),
)

_POSITIONS = Contract(
    kind="positions",
    title="Positions",
    one_row="One row a position and fund that pays it. Posts, never the people in them.",
    key=("position_id", "fund"),
    cautions=("A list of posts can still point at people. Keep it where personnel files belong.",),
    fields=(
        Field(
            "position_id",
            "text",
            "The number of the position, not of the person in it.",
            "P001",
            required=True,
            filled=True,
            called=("position no", "position number", "position control number", "PCN"),
            code=True,
        ),
        Field(
            "title",
            "text",
            "The title of the post.",
            "Community Health Worker",
            required=True,
            filled=True,
            called=("job title", "position title", "classification", "class title"),
            posts=True,
        ),
        Field(
            "unit",
            "text",
            "The unit of the department.",
            "Family Health",
            called=(*_UNIT_CALLED, "programme", "program"),
            down=True,
        ),
        Field(
            "fte",
            "number",
            "The part of a full-time post that this fund pays.",
            "1.00",
            required=True,
            filled=True,
            called=("FTEs", "full time equivalent"),
            least=0,
            most=10,
        ),
        Field(
            "salary",
            "money",
            "Dollars a year that this fund pays, for that part.",
            "62000.00",
            required=True,
            filled=True,
            called=("annual salary", "base salary", "salaries"),
            least=0,
        ),
        Field(
            "benefits",
            "money",
            "Benefits that this fund pays, in dollars a year, for that part.",
            "21080.00",
            called=("fringe", "fringe benefits", "benefit cost"),
            least=0,
        ),
        Field(**{**_FUND.__dict__, "required": True}),
        _ENDS,
        Field(
            "filled",
            "yes or no",
            "Whether somebody holds the post.",
            "yes",
            called=("is filled", "filled or vacant"),
            words=(("filled", "yes"), ("vacant", "no")),
        ),
        Field(
            "role_in_equity",
            "text",
            "Part of equity work in the post, and whether the job description says so.",
            "written in the job description",
            called=("equity role",),
        ),
    ),
)


def _sum(name: str, meaning: str, *called: str) -> Field:
    return Field(name, "money", meaning, "120.00", called=called, least=0)


def _count(name: str, meaning: str, *called: str) -> Field:
    return Field(name, "number", meaning, "8", called=called, least=0)


_PAYMENTS = Contract(
    kind="partner_payments",
    title="Payments to community partners",
    one_row="One row a payment.",
    key=("payment_id",),
    cautions=("Name organisations and panels as partners, never single people who were paid.",),
    fields=(
        Field(
            "payment_id",
            "text",
            "A name or number for the payment, used once.",
            "PP-001",
            required=True,
            filled=True,
            called=("payment no", "payment number", "voucher number"),
            code=True,
        ),
        _FISCAL_YEAR,
        Field(
            "line_id",
            "text",
            "The budget line that it comes out of.",
            "RB-207",
            called=("line no", "line number", "budget line"),
            down=True,
            code=True,
        ),
        Field(
            "partner",
            "text",
            "The organisation or panel that was paid.",
            "Resident panels",
            required=True,
            filled=True,
            called=("partner name", "organisation", "organization", "vendor", "vendor name"),
            down=True,
        ),
        Field(
            "purpose",
            "text",
            "What for.",
            "Resident panels, autumn",
            called=("description", "service"),
        ),
        Field(
            "kind",
            "choice",
            "Paid to people for their time (stipend) or to an organisation (contract).",
            "stipend",
            called=("type", "payment type"),
            words=(
                *_same("stipend", "contract"),
                ("stipends", "stipend"),
                ("contracts", "contract"),
            ),
        ),
        _count("people", "How many people were paid.", "people paid", "participants"),
        _count("meetings", "How many meetings.", "sessions"),
        _count("hours", "Length of a meeting in hours.", "hours a meeting", "hours per meeting"),
        _sum("rate", "Dollars an hour.", "hourly rate", "rate per hour"),
        _sum("travel", "Dollars for travel.", "mileage"),
        _sum("care", "Dollars for care of children or adults.", "child care", "childcare"),
        _sum("interpretation", "Dollars for interpretation.", "interpreter", "translation"),
        _sum("admin", "Dollars for the partner's office work.", "administration", "overhead"),
        Field(
            "amount",
            "money",
            "The whole payment in dollars and cents.",
            "1216.00",
            required=True,
            filled=True,
            called=("total paid", "amount paid", "payment amount"),
        ),
        Field("invoiced", "day", "Day of the invoice.", "2026-01-06", called=("invoice date",)),
        Field(
            "paid", "day", "Day of the payment.", "2026-02-18", called=("payment date", "date paid")
        ),
        _FUND,
    ),
)

_HIDDEN = ("*", "**", "s", "ds", "suppressed", "hidden", "<5", "<6", "<10", "<11", "1-9", "1-4")

_OUTCOMES = Contract(
    kind="outcomes",
    title="Outcomes by group",
    one_row="One row a measure, period, place and group. Counts of people, never single people.",
    key=("measure", "year", "quarter", "district", "group"),
    cautions=(
        "Never show a count under 10 as it stands: hide it, pool years, or take a wider place.",
    ),
    fields=(
        Field(
            "measure",
            "text",
            "The outcome.",
            "births before 37 weeks",
            required=True,
            filled=True,
            called=("outcome", "indicator"),
            down=True,
        ),
        _FISCAL_YEAR,
        Field(
            "year",
            "whole",
            "The calendar year.",
            "2025",
            required=True,
            filled=True,
            called=("calendar year", "yr"),
            down=True,
            least=1900,
            most=2100,
        ),
        Field("quarter", "text", "The quarter or other part of the year.", "2025-Q3", down=True),
        Field(
            "district",
            "text",
            "The place people live in.",
            "Mill Flats",
            called=("county", "region", "area", "geography", "place"),
            down=True,
        ),
        Field(
            "group",
            "text",
            _GROUP_MEANING,
            "Black, non-Hispanic",
            required=True,
            filled=True,
            called=("race", "race ethnicity", "race and ethnicity", "population group"),
        ),
        Field(
            "events",
            "whole",
            "How often it happened; empty or * when hidden.",
            "34",
            required=True,
            called=("count", "numerator", "cases", "number of events"),
            least=0,
            hidden=_HIDDEN,
        ),
        Field(
            "denominator",
            "whole",
            "To how many it could have happened.",
            "412",
            required=True,
            called=("out of", "population", "pop"),
            least=0,
            hidden=_HIDDEN,
        ),
        Field("denominator_is", "text", "What the denominator counts.", "live births", down=True),
    ),
)

_AGREEMENT = tuple(
    (words, str(score))
    for score, words in enumerate(
        ("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"),
        start=1,
    )
)


def _question(name: str, meaning: str) -> Field:
    return Field(name, "whole", meaning, "4", words=_AGREEMENT, least=1, most=5)


_SURVEY = Contract(
    kind="survey_answers",
    title="Answers to a staff survey",
    one_row="One row a set of answers; a column a question, 1 (not at all) to 5 (fully).",
    key=("response_id",),
    cautions=(
        "Race, unit and job level together can identify a person, even without a name. Keep this "
        "file to yourself, and never show a group of fewer than 10.",
    ),
    question=_question("question", "A question, answered 1 (not at all) to 5 (fully)."),
    fields=(
        Field(
            "response_id",
            "text",
            "A number for the set of answers that leads to nobody.",
            "S2026-001",
            filled=True,
            called=("response", "response no", "response number"),
            code=True,
        ),
        Field(
            "year",
            "whole",
            "The year of the survey.",
            "2026",
            required=True,
            filled=True,
            called=("survey year",),
            down=True,
            least=1990,
            most=2100,
        ),
        Field("unit", "text", "Unit of the department.", "Clinics", called=_UNIT_CALLED, down=True),
        Field(
            "job_level",
            "text",
            "Whether the post leads others.",
            "staff",
            called=("level", "position level"),
        ),
        Field("group", "text", _GROUP_MEANING, "Hispanic", called=("race", "race ethnicity")),
        Field(
            "years_here",
            "text",
            "Time in the department, in ranges.",
            "6 to 15",
            called=("tenure", "years of service", "length of service"),
        ),
        _question("aware_of_equity_goals", "I know our equity goals."),
        _question("confident_to_act", "I know what I can do about them in my work."),
        _question("safe_to_raise_racism", "I can raise racism here without harm to me."),
        _question("leaders_keep_commitments", "Leaders do what they said they would."),
        _question("decisions_explained", "I hear why decisions were made."),
        _question("can_change_something", "I can change something that matters."),
    ),
)

_CARD_KINDS = {
    "text": "text",
    "list": "text",
    "number": "number",
    "whole number": "whole",
    "yes or no": "yes or no",
}


def _card_field(name: str) -> Field:
    """Turn a field of the metric card into a column, so that the card stays the one source."""
    card = CARD_FIELDS[name]
    return Field(
        name,
        "day" if name == "next_review" else _CARD_KINDS[card.kind],
        f"{card.label}. {card.help}",
        card.example,
        required=name in ("id", "name"),
        filled=name in ("id", "name"),
        called=(card.label,),
        code=name in ("id", "paired_measure"),
        posts=name in ("owner", "deputy"),
    )


_METRICS = Contract(
    kind="metrics_register",
    title="Register of metric cards",
    one_row="One row a measure.",
    key=("id",),
    fields=tuple(_card_field(name) for name in CARD_FIELDS),
)

CONTRACTS = {
    contract.kind: contract
    for contract in (_BUDGET, _POSITIONS, _PAYMENTS, _OUTCOMES, _SURVEY, _METRICS)
}
"""Each contract by the name of its kind."""


def contract_of(kind: str) -> Contract:
    """Give the contract of a kind, whichever way its words are joined.

    Raises
    ------
    UserError
        When there is no such kind; it lists those there are.
    """
    wanted = "_".join(kind.lower().replace("-", " ").replace("_", " ").split())
    if wanted in CONTRACTS:
        return CONTRACTS[wanted]
    near = get_close_matches(wanted, CONTRACTS, n=1)
    fix = f'Did you mean "{near[0]}"? ' if near else ""
    raise UserError(
        f'There is no kind of file "{kind}".', f"{fix}There are: {', '.join(CONTRACTS)}."
    )
