"""Where the figures of exercise 01 come from."""

from figures.in_text import held
from figures.sources import BLACK, HOLC, NATIVE, OPTION, TRACT, WHITE, Table, infants, read
from groundwork.subject.gaps import rate_difference, rate_ratio


def table() -> Table:
    views = read("workforce_views").set_index("area")["value"]
    housing, equity = views["quality of housing"], views["health equity"]
    now = infants(2020)
    native, white, black, asian = (
        now[group] for group in (NATIVE, WHITE, BLACK, "Asian, non-Hispanic")
    )
    rows = read("redlining").set_index("group")
    visits = rows[rows["unit"].str.startswith("visits")]["value"]
    tracts = rows[rows["unit"].eq("tracts")]["value"]
    high, low = visits["HOLC grade D"], visits["HOLC grade A"]
    assert equity > 50
    assert housing < 25
    points = "nothing: the points of the question"
    mark = "nothing: the points of the mark scheme"
    shown = zip(
        (
            "health equity",
            "quality of social support systems",
            "schools (K-12 education system)",
            "quality of the built environment",
            "quality of housing",
            "the economy",
            "quality of transportation",
        ),
        views,
        strict=True,
    )
    medicaid = (
        "KFF, March 2021, on the American Rescue Plan Act: 60 days, or 12 months by choice; "
        "Arkansas Advocates for Children and Families, February 2026: the only state without"
    )
    published = "the year of the publication"
    return {
        "q1-text": [held("(2 points)", points)],
        "q1": [
            held(
                "rules (2026) end coverage 60 days after a birth; federal law lets it run 12",
                medicaid,
            )
        ],
        "q2-text": [
            held("In 2017 the staff", "workforce_views"),
            held("(2 points)", points),
            held("Percent of staff, 2017", "workforce_views"),
            *(held("| {} | {:g} |", "workforce_views", area, value) for area, value in shown),
            held("Public Health Management and Practice, 2019 (PH WINS 2017)", published),
        ],
        "q2": [held("More than half of staff", "workforce_views"), held("one in four", OPTION)],
        "q2-check": [
            held("is {:.0f} percent more than half", "workforce_views", equity),
            held("One in four is 25 percent.", "arithmetic"),
        ],
        "q3-text": [held("(2 points)", points)],
        "q4-text": [held("(1 point)", points)],
        "q4": [held("Survey 200 patients", "nothing: a made-up step")],
        "rates": [
            held("The lesson worked with 2021.", "the lesson"),
            held("| Mothers, United States, 2020 |", "infant_mortality"),
            *(held("| {} | {:.1f} |", "infant_mortality", *row) for row in now.items()),
        ],
        "q5-text": [
            held("White mothers in 2020.", "infant_mortality"),
            held("within 0.05 is right. (1 point)", points),
        ],
        "q5": [held("compared with White, 2020", "infant_mortality")],
        "q5-check": [
            held("That is the gap of 2021. The question asks for 2020", "infant_mortality"),
            held(
                "{:.1f} − {:.1f} = {:.1f} more deaths for every 1,000 babies born",
                "infant_mortality",
                native,
                white,
                rate_difference(native, white),
            ),
        ],
        "q6-text": [held("within 0.01 is right. (1 point)", points)],
        "q6": [held("compared with White, 2020", "infant_mortality")],
        "q6-check": [
            held("That is the ratio of 2021, or it was cut off", "infant_mortality"),
            held("Use 2020", "infant_mortality"),
            held("a hundred times smaller", "arithmetic"),
            held(
                "{:.1f} ÷ {:.1f} = {:.2f}.",
                "infant_mortality",
                native,
                white,
                rate_ratio(native, white),
            ),
        ],
        "q7-text": [
            held("({:.1f}, the lowest rate)", "infant_mortality", asian),
            held("(1 point)", points),
        ],
        "q7-check": [
            held(
                "babies of Black mothers: {0:.1f} minus {1:.1f} is {2:.1f}, and {0:.1f} minus "
                "{3:.1f} is {4:.1f}.",
                "infant_mortality",
                black,
                white,
                rate_difference(black, white),
                asian,
                rate_difference(black, asian),
            ),
            held(
                "it was {:.1f}. Now take {:.1f} away instead of {:.1f}.",
                "infant_mortality",
                rate_difference(black, white),
                asian,
                white,
            ),
        ],
        "studies": [
            HOLC,
            TRACT,
            held("eight cities in California, {:,.0f} census tracts", "redlining", tracts.sum()),
            held("**Nardone and others, 2020**", published),
            held("asthma in 2011 to 2013", "redlining"),
            held(
                "the median rate was {:.1f} per 10,000 residents a year in the {:.0f} tracts "
                "graded D, and {:.1f} in the {:.0f} tracts graded A.",
                "redlining",
                high,
                tracts["HOLC grade D"],
                low,
                tracts["HOLC grade A"],
            ),
            held("**Wei and others, 2024**: diabetes and obesity in 2020", "redlining_studies"),
            held("high blood pressure in 2019", "redlining_studies"),
            held("alike in the 1930s and 1940s", "Wei 2024, abstract"),
            held("*The Lancet Planetary Health*, 2020.", published),
            held("*PNAS Nexus* 3(8), pgae301, 2024.", published),
        ],
        "q8-text": [held("(1 point)", points)],
        "q8": [held("The 2024 study", published)],
        "q8-check": [held("The 2024 study", published)],
        "q9-text": [held("the study of 2020", published), held("(1 point)", points)],
        "q9": [
            held("asthma was {:.1f} times the median", "redlining", high / low),
            held("is {:.1f} times as likely", "redlining", high / low),
        ],
        "q9-check": [
            held("{:.1f} ÷ {:.1f} = {:.1f}.", "redlining", high, low, high / low),
            held(
                "{:.0f} tracts against {:.0f} is {:.1f} times as many",
                "redlining",
                tracts["HOLC grade D"],
                tracts["HOLC grade A"],
                tracts["HOLC grade D"] / tracts["HOLC grade A"],
            ),
        ],
        "q10-text": [held("(6 points)", points)],
        "q10-check": [held("before 37 weeks", "nothing: what counts as an early birth")],
        "q10": [
            held("Up to 6 points", mark),
            held("6 points at most", mark),
            *(held(f"{step}:", mark) for step in (2, 1, 0)),
        ],
    }
