# mypy: disable-error-code="arg-type, assignment"
"""Where the figures of lesson 01 come from."""

from figures.in_text import held
from figures.sources import (
    BLACK,
    HOLC,
    LEVEL,
    NATIVE,
    OPTION,
    PACIFIC,
    RIVERBEND,
    TRACT,
    WHITE,
    Table,
    infants,
    read,
    riverbend,
)
from groundwork.subject.gaps import rate_difference, rate_ratio


def table() -> Table:
    views = read("workforce_views").set_index("area")["value"]
    housing, equity = views["quality of housing"], views["health equity"]
    assert equity > 50
    assert all(17 < views[area] < 23 for area in ("economy", "quality of transportation"))
    assert views["quality of housing"] < 23
    rates, fine = infants(2021), read("infant_mortality_other")
    fine = fine[fine["series"].eq("two_decimals") & fine["year"].eq(2021)]
    fine = fine[fine["measure"].eq("infant mortality rate")].set_index("group")["value"]
    native = [infants(year)[NATIVE] for year in (2021, 2022)]
    pacific = [infants(year)[PACIFIC] for year in (2017, 2018, 2019)]
    asthma = read("redlining").set_index("group")
    visits = asthma[asthma["unit"].str.startswith("visits")]["value"]
    spread = asthma.loc[["HOLC grade D", "HOLC grade A"], "interquartile_range"].dropna()
    tracts = asthma[asthma["unit"].eq("tracts")]["value"].sum()
    ratio = visits["HOLC grade D"] / visits["HOLC grade A"]
    adjusted = asthma[asthma["unit"].eq("times")].iloc[0]
    births = riverbend("outcomes").query("measure == 'births before 37 weeks'")
    by_group = births.groupby("group")[["events", "denominator"]].sum()
    early = by_group["events"] / by_group["denominator"]
    assert early[BLACK] > early[WHITE]
    districts = births[births["group"] == BLACK].groupby("district")["denominator"].sum()
    assert districts[["Mill Flats", "Old Harbor"]].sum() > 0.5 * districts.sum()
    parts = read("infant_mortality_other")
    groups = parts[parts["series"].isin(["asian_groups", "hispanic_groups"])]
    groups = groups.set_index("group")["value"]
    hummer = "Hummer 2007, Demography 44(3), abstract: births of 1995 to 2000"
    michigan = "El-Sayed 2015 (PMC4671200), abstract: 2,087,191 mother-child dyads, 1989-2005"
    timeline = "the history named under Sources in the lesson: secondary"
    chinatown = "Jew Ho v. Williamson, 103 F. 10 (1900): the resolution of May 28, 1900"
    simkins = "Simkins v. Cone, 323 F.2d 959, its first paragraph and notes 1 and 2"
    tested = "NVSR 72(11) and 73(5), abstracts: changes in rates, and which were not significant"
    studies = "redlining_studies"
    return {
        "root-04": [
            held("In a 2017 survey, {:.0f} of 100 health department", "workforce_views", equity),
            held("About {:.0f}", "workforce_views", round(housing)),
            *(held(f"About {wrong}", OPTION) for wrong in (38, 57, 71)),
            held("Yes: {:.1f} of 100.", "workforce_views", housing),
            held("Lower: {:.1f} of 100.", "workforce_views", housing),
            held("For housing it was {:.1f} of 100.", "workforce_views", housing),
            held("Much lower: {:.1f} of 100.", "workforce_views", housing),
        ],
        "root-05": [
            held("2017", "workforce_views"),
            held("More than half said that their agency should be very", "workforce_views"),
            held(
                "About one in five said so of housing, the economy or transportation",
                "workforce_views",
            ),
        ],
        "root-07": [
            held(
                "in 2021, out of every 1,000 babies born to Black mothers, {:.1f} died before "
                "their first birthday. Out of every 1,000 born to White mothers, {:.1f} did.",
                "infant_mortality",
                rates[BLACK],
                rates[WHITE],
            ),
            held(
                "| Rate difference | {:.1f} − {:.1f} | {:.1f} per 1,000 births |",
                "infant_mortality",
                rates[BLACK],
                rates[WHITE],
                rate_difference(rates[BLACK], rates[WHITE]),
            ),
            held(
                "| Rate ratio | {:.1f} ÷ {:.1f} | {:.2f} |",
                "infant_mortality",
                rates[BLACK],
                rates[WHITE],
                rate_ratio(rates[BLACK], rates[WHITE]),
            ),
            held(
                "({:.2f} and {:.2f}) the answers are {:.2f} and {:.2f}.",
                "infant_mortality_other",
                fine[BLACK],
                fine[WHITE],
                rate_difference(fine[BLACK], fine[WHITE]),
                rate_ratio(fine[BLACK], fine[WHITE]),
            ),
        ],
        "root-09": [
            held("reads {:.1f}, {:.1f} and {:.1f} in the first", "infant_mortality", *pacific),
            held("from {:.1f} in 2021 to {:.2f} in 2022", "infant_mortality", *native),
            held(
                "the rate was {:.2f} for Filipino and {:.2f} for Chinese mothers (2018–2020), "
                "{:.1f} for Puerto Rican and {:.1f} for Cuban mothers (2022)",
                "infant_mortality_other",
                *groups[["Filipino", "Chinese", "Puerto Rican", "Cuban"]],
            ),
            held("In 1995–2000, babies of mothers born in Mexico died in", hummer),
            held("about 10 percent less often", hummer),
        ],
        "root-10": [
            held("are born before 37 weeks more often than babies of White mothers", RIVERBEND),
            held("the east side (Mill Flats and Old Harbor), where most Black mothers", RIVERBEND),
            held("a study of two million births in Michigan from 1989 to 2005", michigan),
            held("for nearly a third of the Black–White gap", michigan),
        ],
        "root-11": [
            held("**1891.** Provident Hospital opened in Chicago", timeline),
            held("**1900.** After deaths from plague, San Francisco closed off", chinatown),
            held("**1932–1972.** About 600 Black men in Macon County, Alabama, 399 of", timeline),
            held("objected from 1966 and gave the records to the press in 1972", timeline),
            held("**1933–1977.** North Carolina's Eugenics Board had thousands", timeline),
            held(
                "After 1964 about two thirds of the women were Black, by the count of one", timeline
            ),
            held("In 2013 the state set aside 10 million dollars", timeline),
            held("**1946–1963.** The Hospital Survey and Construction Act", simkins),
            held("(42 USC 291e(f))", simkins),
            held("(42 CFR 53.112)", simkins),
            held("**1966.** Hospitals had to end formal segregation", timeline),
            held("The Civil Rights Act of 1964 made the rule of 1966", timeline),
        ],
        "root-12": [HOLC],
        "root-13": [
            HOLC,
            held("2011–2013", "redlining"),
            held(
                "the census tracts once graded D was {:.1f} times the median rate of those once",
                "redlining",
                ratio,
            ),
            held(
                "the middle half spans {:.1f} visits for D and {:.1f} for A.", "redlining", *spread
            ),
        ],
        "root-14": [
            held(
                "**2020, Nardone and others:** {:,.0f} census tracts in eight Californian cities. "
                "The median rate of visits in 2011–2013, adjusted for age, was {:.1f} times as "
                "high in tracts once graded D as in tracts once graded A.",
                "redlining",
                tracts,
                ratio,
            ),
            held(
                "the rate was {:.2f} times as high (95 % interval {:.2f} to {:.2f}).",
                "redlining",
                *adjusted[["value", "lower", "upper"]],
            ),
            held(
                "**2024, Wei and others:** other outcomes (diabetes and obesity in 2020, high "
                "blood pressure in 2019",
                studies,
            ),
        ],
        "root-15": [
            held("the grades of the 1930s more than doubled the rate", OPTION),
            held("emergency visits for asthma in 2011–2013.", OPTION),
            held(
                "the median rate of visits for asthma in 2011–2013 was {:.1f} times as high in",
                "redlining",
                ratio,
            ),
            held("the grades of the 1930s make no difference", OPTION),
            held("was {:.1f} times as likely to go to an emergency", "redlining", ratio),
            held("room for asthma in 2011–2013 as a resident", "redlining"),
        ],
        "words-01": [
            TRACT,
            LEVEL,
        ],
        "root-35": [
            held("rates of 2017 to 2021 have one decimal and those of 2022", "infant_mortality"),
            held("rose in 2021 for Asian, in 2022 for American Indian and Alaska", tested),
        ],
        "root-36": [
            held("2,087,191 mothers and children, 1989 to 2005", michigan),
        ],
    }
