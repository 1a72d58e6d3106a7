"""Who may commit what in Three Creeks Health District (invented), and six decisions."""

RESOLUTION = "Board resolution 2024-07"
DELEGATIONS = (
    ("Board of Health", "staff", "1000000.00", "both", "Agreement of the three counties", ""),
    ("District Administrator", "staff", "25000.00", "staffing", RESOLUTION, ""),
    ("Nursing Supervisor", "staff", "5000.00", "none", RESOLUTION, ""),
    ("Equity and Data Coordinator", "staff", "", "none", "", ""),
    ("Community Health Worker, Cold Spring", "staff", "", "none", "", ""),
    ("Finance and Grants Officer", "signer", "", "none", "Purchasing rules, section 2", ""),
    ("Counsel on contract", "signer", "", "none", "Contract 2025-003", ""),
    ("Cold Spring parents' circle", "residents", "", "none", "", "no"),
    ("The Tribal Nation next door", "government", "", "none", "", ""),
)
DECISIONS = (
    (
        ("Rent a van for visits in Cold Spring", "31000.00", "none", "yes", "5"),
        (
            "Nursing Supervisor",
            "Finance and Grants Officer",
            "Community Health Worker, Cold Spring",
            "Nursing Supervisor",
            "Cold Spring parents' circle",
        ),
    ),
    (
        ("Move a nurse's day from Alder to Burnt Fork", "", "staffing", "yes", ""),
        ("District Administrator", "", "", "Nursing Supervisor", ""),
    ),
    (
        ("Change what a home visit asks a family", "", "rule", "yes", ""),
        (
            "Nursing Supervisor",
            "Counsel on contract",
            "Community Health Worker, Cold Spring",
            "Nursing Supervisor",
            "",
        ),
    ),
    (
        ("Pay the parents' circle for its time", "7200.00", "none", "yes", "5"),
        (
            "District Administrator; Nursing Supervisor",
            "Finance and Grants Officer",
            "Equity and Data Coordinator",
            "Equity and Data Coordinator",
            "Cold Spring parents' circle",
        ),
    ),
    (
        ("Share vaccination records with the Tribal Nation next door", "", "rule", "yes", "15"),
        (
            "District Administrator",
            "Counsel on contract",
            "The Tribal Nation next door",
            "Equity and Data Coordinator",
            "",
        ),
    ),
    (
        ("Choose the questions of the yearly staff survey", "", "none", "no", ""),
        ("", "", "Equity and Data Coordinator", "Equity and Data Coordinator", ""),
    ),
)
