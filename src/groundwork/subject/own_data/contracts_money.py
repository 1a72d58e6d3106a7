"""The contracts of files about money: budget lines, positions, payments to partners."""

from dataclasses import replace

from groundwork.subject.own_data.contract import FISCAL_YEAR, UNIT_CALLED, Contract, Field, same

# Some departments write British spellings, or bought software that does. codespell:off
_PROGRAM_CALLED = ("program", "programme")
_ORGANIZATION_CALLED = ("organization", "organisation")
_COST_CENTER_CALLED = ("cost center", "cost centre")
# codespell:on

SIDES = (
    ("expense", "expense"), ("revenue", "revenue"), ("expenses", "expense"),
    ("revenues", "revenue"), ("expenditure", "expense"), ("expenditures", "expense"),
    ("exp", "expense"), ("rev", "revenue"), ("e", "expense"), ("r", "revenue"),
    ("uses", "expense"), ("use", "expense"), ("sources", "revenue"), ("source", "revenue"),
    ("income", "revenue"), ("appropriation", "expense"), ("appropriations", "expense"),
    ("spending", "expense"), ("receipts", "revenue"), ("outlays", "expense"),
)

_FUND = Field(
    "fund",
    "text",
    "The code of the fund.",
    "F100",
    called=("fund code", "fund no", "fund number", "fund id"),
    down=True,
    code=True,
    words_like=("fund", "fnd"),
)
_ENDS = Field(
    "ends",
    "day",
    "The last day of the money; empty when it has none.",
    "2027-06-30",
    called=("end date", "end", "last day", "grant end", "grant end date", "expires", "expiration"),
    month="last",
)

BUDGET = Contract(
    kind="budget_lines",
    title="Budget lines",
    one_row="One row a line and fiscal year.",
    key=("line_id", "fiscal_year", "amount_is"),
    in_order=("starts", "ends"),
    made_empty=("ends", "restriction", "recurrence"),
    values="amount",
    period="fiscal_year",
    fields=(
        Field(
            "line_id",
            "text",
            "A name or number for the line, used once in a fiscal year.",
            "RB-101",
            required=True,
            filled=True,
            called=(
                "line no", "line number", "line item id", "budget line", "id", "object id",
                "row id", "record id", "line",
            ),
            code=True,
            numbered=True,
        ),
        replace(FISCAL_YEAR, required=True),
        Field(
            "program",
            "text",
            "The program or unit that holds the line.",
            "Family Health",
            called=(
                "program name", "department name", "dept name", "agency", "bureau",
                *UNIT_CALLED, *_COST_CENTER_CALLED, *_PROGRAM_CALLED,
            ),
            down=True,
            words_like=("program", "dept", "department", "division", "agency", "bureau", "office"),
        ),
        Field(
            "purpose",
            "text",
            "What the money is for; for staff, the position and its work.",
            "Community Health Worker: home visits",
            called=("description", "line description", "line item", "account description"),
        ),
        Field(
            "object",
            "text",
            "What is bought: staff, contract, stipend, supplies, training and the like.",
            "staff",
            called=(
                "object class", "object code", "category", "expense type", "expense category",
                "account category", "object description",
            ),
            words_like=("category", "categ", "object"),
        ),
        Field(
            "side",
            "choice",
            "Whether the line is money that comes in (revenue) or goes out (expense).",
            "expense",
            words=SIDES,
        ),
        Field(
            "fte",
            "number",
            "Full-time equivalents; empty for a line without staff.",
            "1.00",
            called=("FTEs", "budgeted FTE", "full time equivalent", "positions FTE"),
            least=0,
            most=99_999,
            parts=True,
            words_like=("fte",),
        ),
        Field(
            "amount",
            "money",
            "Dollars and cents for the year.",
            "98000.00",
            required=True,
            filled=True,
            called=("budget", "budget amount", "adopted", "adopted budget", "amount usd"),
            words_like=(
                "amount", "amt", "budget", "dollar", "usd", "appropriation", "adopted", "approved",
                "proposed", "recommended", "revised", "original", "actual", "expenditure",
                "allocation", "requested", "estimate", "estimated", "projected", "forecast", "spent",
                "expended", "total", "cost",
            ),
        ),
        Field(
            "amount_is",
            "text",
            "Which budget the amount is from, when the file holds several: adopted, actual.",
            "as adopted",
            called=("budget type", "budget version", "version", "budget stage"),
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
        _ENDS,
        Field(
            "restriction",
            "choice",
            "Whether a funder says what the money is for; empty when nobody knows.",
            "restricted",
            called=("use of funds",),
            words=same("unrestricted", "restricted"),
        ),
        Field(
            "recurrence",
            "text",
            "How the budget office labels it: recurring, time-limited or one-time.",
            "recurring",
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

POSITIONS = Contract(
    kind="positions",
    title="Positions",
    one_row="One row a position and fund that pays it. Positions, never the people in them.",
    key=("position_id", "fund"),
    cautions=(
        "A list of positions can still point at people. Keep it where personnel files belong.",
    ),
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
            numbered=True,
        ),
        Field(
            "title",
            "text",
            "The title of the position.",
            "Community Health Worker",
            required=True,
            filled=True,
            called=("job title", "position title", "classification", "class title"),
            positions=True,
            words_like=("title", "classification", "job", "position"),
        ),
        Field(
            "unit",
            "text",
            "The unit of the department.",
            "Family Health",
            called=(*UNIT_CALLED, *_PROGRAM_CALLED),
            down=True,
        ),
        Field(
            "fte",
            "number",
            "The part of a full-time position that this fund pays.",
            "1.00",
            required=True,
            filled=True,
            called=("FTEs", "full time equivalent"),
            least=0,
            most=10,
            parts=True,
            words_like=("fte",),
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
            words_like=("salary", "pay", "wage"),
        ),
        Field(
            "benefits",
            "money",
            "Benefits that this fund pays, in dollars a year, for that part.",
            "21080.00",
            called=("fringe", "fringe benefits", "benefit cost"),
            least=0,
        ),
        _FUND,
        _ENDS,
        Field(
            "filled",
            "yes or no",
            "Whether somebody holds the position.",
            "yes",
            called=("is filled", "filled or vacant"),
            words=(("filled", "yes"), ("vacant", "no")),
        ),
        Field(
            "role_in_equity",
            "text",
            "Part of equity work in the position, and whether the job description says so.",
            "written in the job description",
            called=("equity role",),
        ),
    ),
)


def _sum(name: str, meaning: str, *called: str) -> Field:
    return Field(name, "money", meaning, "120.00", called=called, least=0)


def _count(name: str, meaning: str, *called: str) -> Field:
    return Field(name, "number", meaning, "8", called=called, least=0)


PAYMENTS = Contract(
    kind="partner_payments",
    title="Payments to community partners",
    one_row="One row a payment.",
    key=("payment_id",),
    cautions=("Name organizations and panels as partners, never single people who were paid.",),
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
            numbered=True,
        ),
        FISCAL_YEAR,
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
            "The organization or panel that was paid.",
            "Resident panels",
            required=True,
            filled=True,
            called=("partner name", *_ORGANIZATION_CALLED, "vendor", "vendor name", "payee"),
            down=True,
            words_like=("partner", "vendor", "payee", "organization", "supplier", "contractor"),
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
            "Paid to people for their time (stipend) or to an organization (contract).",
            "stipend",
            called=("type", "payment type"),
            words=(
                *same("stipend", "contract"),
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
            called=("total paid", "amount paid", "payment amount", "check amount"),
            words_like=("amount", "amt", "paid", "payment", "dollar", "usd"),
        ),
        Field("invoiced", "day", "Day of the invoice.", "2026-01-06", called=("invoice date",)),
        Field(
            "paid", "day", "Day of the payment.", "2026-02-18", called=("payment date", "date paid")
        ),
        _FUND,
    ),
)
