"""How a second rater classed twelve budget lines of FY2026, and what the county's counsel noted."""

from collections.abc import Sequence

from tables import Row

# By program and purpose: class, the reason, and whom the program reaches by a record.
CLINIC_RECORD = "Clinic records, 2025: patients who asked for another language"
BIRTH_RECORD = "Birth records, FY2024 to FY2026: births before 37 weeks"
HOMES_RECORD = "Emergency visits for asthma, FY2026: children in Mill Flats"
RATED = {
    "Equity Officer: health equity office": ("direct", "The whole job is equity work.", ""),
    "Human Resources Officer: hiring and personnel": (
        "embedded",
        "They rewrote the interview rules last year. I saw it.",
        "",
    ),
    "Interpreter: interpretation in clinics": (
        "direct",
        "Interpretation is equity work, all of it.",
        CLINIC_RECORD,
    ),
    "Community Health Worker: community health workers": (
        "embedded",
        "The time study says 40 percent.",
        HOMES_RECORD,
    ),
    "Health Educator: tobacco prevention": (
        "none",
        "The work plan is for smokers in general and names no gap.",
        "",
    ),
    "Telephone interpretation": ("direct", "The contract is for nothing else.", CLINIC_RECORD),
    "Community health fair, renamed Health Equity Fair in FY2025": (
        "none",
        "Same day, same tents, new name.",
        "",
    ),
    "Translation of letters and web pages": ("direct", "The contract is for nothing else.", ""),
    "Home repairs for families with asthma": ("embedded", "As the work plan says.", HOMES_RECORD),
    "Doula care for families": ("direct", "The grant is for nothing else.", BIRTH_RECORD),
    "Evening clinic, Mill Flats": ("none", "No paper names equity work.", HOMES_RECORD),
    "Recovery housing": ("none", "No paper names equity work.", "Overdose register, 2025"),
}
NOTES = {
    "Outside facilitators for affinity groups": (
        "Paid from a federal grant. Take it to counsel and the grants office before it is renewed: "
        "ask what the award of this year allows, and whether each group is open to all."
    ),
    "Community advisers, gift cards": (
        "A gift card can count as income for taxes and for benefits. Tell advisers in writing, let "
        "them choose how to be paid, decline or cap it, and offer benefits counseling first."
    ),
}


def line_ratings(lines: Sequence[Row]) -> list[Row]:
    """One row a line of FY2026 that was rated or noted; a purpose in two programs, once each."""
    rows: list[Row] = []
    for line in lines:
        purpose = str(line["purpose"])
        if line["fiscal_year"] != "FY2026" or purpose not in {*RATED, *NOTES}:
            continue
        rated, reason, served = RATED.get(purpose, ("", "", ""))
        rows.append(
            {
                "line_id": line["line_id"],
                "purpose": purpose,
                "second_rater": rated,
                "reason": reason,
                "serves_evidence": served,
                "note": NOTES.get(purpose, ""),
            }
        )
    return rows
