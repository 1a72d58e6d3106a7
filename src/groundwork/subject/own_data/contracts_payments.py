"""The contract of a file of payments to community partners."""

from groundwork.subject.own_data.contract import FISCAL_YEAR, Contract, Spec, same
from groundwork.subject.own_data.contracts_budget import FUND

# Some departments write British spellings, or bought software that does. codespell:off
_ORGANIZATION_CALLED = ("organization", "organisation")
# codespell:on


def _sum(name: str, meaning: str, *called: str) -> Spec:
    return Spec(name, "money", meaning, "120.00", called=called, least=0)


def _count(name: str, meaning: str, *called: str) -> Spec:
    return Spec(name, "number", meaning, "8", called=called, least=0)


PAYMENTS = Contract(
    kind="partner_payments",
    title="Payments to community partners",
    one_row="One row a payment.",
    key=("payment_id",),
    cautions=("Name organizations and panels as partners, never single people who were paid.",),
    fields=(
        Spec(
            "payment_id",
            "text",
            "A name or number for the payment, used once.",
            "PP-001",
            required=True,
            filled=True,
            called=("payment no", "payment number", "voucher number"),
            code=True,
            numbered=True,
            words_like=("invoice", "voucher", "check", "warrant", "transaction", "document"),
        ),
        FISCAL_YEAR,
        Spec(
            "line_id",
            "text",
            "The budget line that it comes out of.",
            "RB-207",
            called=("line no", "line number", "budget line"),
            down=True,
            code=True,
        ),
        Spec(
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
        Spec(
            "purpose",
            "text",
            "What for.",
            "Resident panels, autumn",
            called=("description", "service"),
        ),
        Spec(
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
        Spec(
            "amount",
            "money",
            "The whole payment in dollars and cents.",
            "1216.00",
            required=True,
            filled=True,
            called=("total paid", "amount paid", "payment amount", "check amount"),
            words_like=("amount", "amt", "paid", "payment", "dollar", "usd"),
        ),
        Spec("invoiced", "day", "Day of the invoice.", "2026-01-06", called=("invoice date",)),
        Spec(
            "paid", "day", "Day of the payment.", "2026-02-18", called=("payment date", "date paid")
        ),
        FUND,
    ),
)
