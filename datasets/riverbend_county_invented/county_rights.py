"""Who may commit what in Riverbend County (invented), and who has which part in six decisions."""

MEMO = "Signature memo of July 1, 2025"
DELEGATIONS = (
    ("Health Director", "staff", "50000.00", "both", MEMO, ""),
    ("Deputy Director", "staff", "25000.00", "staffing", MEMO, ""),
    ("Family Health Manager", "staff", "15000.00", "staffing", MEMO, ""),
    ("Office Manager", "staff", "15000.00", "none", MEMO, ""),
    ("Clinic Manager", "staff", "10000.00", "none", MEMO, ""),
    ("Epidemiology Manager", "staff", "5000.00", "none", MEMO, ""),
    ("Equity Officer", "staff", "", "none", "", ""),
    ("County Counsel", "signer", "", "none", "County code, chapter 4", ""),
    ("Human Resources Officer", "signer", "", "none", "Personnel rules, section 3", ""),
    ("Patient panel", "residents", "", "none", "", "yes"),
    ("The Tribal Nation", "government", "", "none", "", ""),
)
# Decision, dollars, beyond money, affects people, days to sign off; decides, signs off, advises,
# does the work, is told.
DECISIONS = (
    (
        ("Sign the contract for interpreters at the evening clinic", "38000.00", "none", "yes", ""),
        ("Clinic Manager", "County Counsel", "Equity Officer", "Clinic Manager", "Patient panel"),
    ),
    (
        ("Change the hours of a clinic", "", "staffing", "yes", ""),
        ("Deputy Director", "", "Clinic Manager", "Clinic Manager", "Patient panel"),
    ),
    (
        ("Choose who is interviewed for a vacant position", "", "staffing", "no", "10"),
        (
            "Health Director; Human Resources Officer",
            "Human Resources Officer",
            "",
            "Human Resources Officer",
            "",
        ),
    ),
    (
        ("Change a form that patients fill in", "", "rule", "yes", "10"),
        ("Clinic Manager", "County Counsel", "Patient panel", "Clinic Manager", ""),
    ),
    (
        ("Spend the training money of the core team", "6000.00", "none", "no", ""),
        ("", "", "Equity Officer", "Equity Officer", "Health Director"),
    ),
    (
        ("Publish figures about members of the Tribal Nation", "", "rule", "yes", ""),
        ("Health Director", "", "", "Epidemiology Manager", "The Tribal Nation"),
    ),
)
