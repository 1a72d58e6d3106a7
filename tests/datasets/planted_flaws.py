"""What is wrong on purpose in the invented places: the key, kept away from learners."""

# Card of the metrics register: the numbers of the checks it should fail, and the flaw.
CARDS = {
    "M02": ([4], "the target is on the worse side of the baseline"),
    "M03": ([12], "a committee owns it that can decide nothing, and nobody stands in"),
    "M04": ([17], "it counts trainings and says nothing of what changed"),
    "M05": ([5], "the baseline has no year and the data no source"),
    "M06": ([7], "it is not split, and says not why"),
    "M07": ([8, 9], "White is the reference without a reason, and only the ratio is reported"),
    "M08": ([10], "4 deaths, shown without a rule for small numbers"),
    "M09": ([18], "it blames patients: non-compliant, at-risk people"),
    "M10": ([16], "an impact ratio without counts, and it calls a ratio illegal"),
    "M11": ([13], "reviewed every two years, nowhere, and without a consequence"),
    "M12": ([6], "the gap closes because the better-off group falls"),
    "M14": ([5, 6, 7, 15], "a baseline of ten years ago, 18 percent not known, no community role"),
}
SOUND_CARDS = {"M01", "M13"}

# Funds whose label says ongoing though their money has a last day, and that day.
ONGOING_BUT_ENDS = {
    "F320": "2027-11-30",
    "F330": "2027-06-30",
    "F410": "2026-12-31",
    "F420": "2038-06-30",
}
# Its label does not say whether it recurs, and no last day is stated.
NOBODY_KNOWS = "F430"
# Claimed as equity work without any paper to show it, FY2026.
CLAIMED_WITHOUT_EVIDENCE = {
    "Deputy Director: leadership",
    "Human Resources Officer: hiring and personnel",
    "Health Educator: tobacco prevention",
    "Neighborhood vaccination events",
    "Community health fair, renamed Health Equity Fair in FY2025",
}
# Equity work by its purpose, with no share filled in: for the learner to judge.
LEFT_TO_JUDGE = {
    "Perinatal Equity Coordinator: birth equity",
    "Equity Analyst: health equity office",
    "Language Access Coordinator: language access",
    "Engagement Coordinator: resident panels",
    "Youth advisers",
    "Community advisers, gift cards",
}
# Stipends under the 57 dollars an hour of one published guide.
LOW_RATES = {45, 20, 6}

# Three Creeks Health District (invented), FY2027: as above.
THREE_CREEKS_ONGOING_BUT_ENDS = {
    "T300": "2027-11-30",
    "T320": "2038-06-30",
    "T340": "2028-06-30",
}
THREE_CREEKS_CLAIMED_WITHOUT_EVIDENCE = {
    "District Administrator: leadership",
    "Community Health Worker, Burnt Fork: community health work",
    "Alerts in plain English and Spanish",
    "Health fair in Alder, renamed Health for All Day in FY2026",
}
THREE_CREEKS_LEFT_TO_JUDGE = {
    "WIC days at the Cold Spring school",
    "Rides to treatment",
    "Safe sleep kits",
}
