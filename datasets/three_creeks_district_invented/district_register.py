"""The register of Three Creeks Health District (invented): five cards, each with planted flaws."""

from tables import Row

PLACE, PERIOD = "Three Creeks Health District (invented)", "fiscal year, July to June"
# Id, name, asks, counted, out of, baseline, target, target year, owner, its dollars, consequence.
CARDS = (
    (
        *("T01", "Families visited within 30 days, Cold Spring", "how well"),
        *("Families visited within 30 days", "Families who were visited"),
        *("76", "90", "2029", "Nursing Supervisor", "5000"),
        "If under 80 in two quarters, then a van is rented for $31,000 by the next quarter",
    ),
    (
        *("T02", "Complaints closed within 30 days", "how well"),
        *("Complaints closed within 30 days", "Complaints received"),
        *("64", "90", "2027", "Office Manager", "0"),
        "If under 80 for two months, then it is discussed by the next meeting",
    ),
    (
        *("T03", "Children with no dental visit, Burnt Fork", ""),
        *("Children without a dental visit in the year", "Children on the school list"),
        *("41", "45", "2029", "District Administrator", "25000"),
        "If over the path in a year, then the contract with the mobile dentist doubles by July",
    ),
    (
        *("T04", "Community sessions held", "how much"),
        *("Sessions held", "Sessions planned"),
        *("9", "18", "2027", "Equity and Data Coordinator", "0"),
        "",
    ),
    (
        *("T05", "Parents who say that the visit helped", "better off"),
        *("Parents who say that the visit helped", "Parents asked six months later"),
        *("58", "75", "2029", "Nursing Supervisor", "5000"),
        "If under 60 in a half-year, then the nurse asks ten parents by phone within a month and "
        "changes the visit by the next half-year",
    ),
)
COLUMNS = (
    *("id", "name", "kind", "numerator", "denominator", "baseline_value", "target_value"),
    *("target_year", "owner", "owner_dollars", "consequence"),
)


def register() -> list[Row]:
    """Return the cards, a row each, under the names of a metric card's fields."""
    rows: list[Row] = []
    for card in CARDS:
        row: Row = dict(zip(COLUMNS, card, strict=True))
        kind = row["kind"]
        row |= {"level": "performance" if kind else "population", "unit": "percent"}
        row |= {"baseline_year": "2026", "place": PLACE, "period": PERIOD}
        rows.append(row)
    return rows
