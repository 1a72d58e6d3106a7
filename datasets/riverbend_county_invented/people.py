"""Who lives in the county, what happens to them, and what the staff of the department say."""

from chance import Chance
from staffing import POSITIONS

WHITE, BLACK = "White, non-Hispanic", "Black, non-Hispanic"
NATIVE = "American Indian or Alaska Native, non-Hispanic"
ASIAN, PACIFIC = "Asian, non-Hispanic", "Native Hawaiian or Other Pacific Islander, non-Hispanic"
HISPANIC = "Hispanic"
GROUPS = (WHITE, BLACK, NATIVE, ASIAN, PACIFIC, HISPANIC)

# People of each group by district, children of them in percent, people in poverty in percent.
DISTRICTS = {
    "Northbank": ((45200, 5100, 420, 4300, 160, 6900), 21, (7, 14, 18, 6, 12, 13)),
    "Ridgeview": ((29800, 2300, 310, 3900, 90, 4100), 23, (5, 11, 14, 5, 10, 10)),
    "Old Harbor": ((21700, 6800, 520, 2100, 340, 7300), 22, (11, 22, 25, 10, 19, 20)),
    "Mill Flats": ((12900, 12400, 610, 1700, 410, 12700), 26, (16, 27, 29, 14, 24, 26)),
    "Prairie East": ((16300, 1400, 1250, 500, 80, 10300), 25, (12, 21, 28, 9, 18, 24)),
}
PRIORITY = ("Old Harbor", "Mill Flats", "Prairie East")

# What a year brings: births per 1,000 people; then, per 100 births, born too early and not fully
# vaccinated at two; and emergency visits for asthma per 1,000 children.
BIRTHS = (9.8, 12.6, 13.4, 11.5, 16.0, 15.1)
EARLY = (8.8, 13.7, 12.4, 8.6, 11.8, 10.1)
UNVACCINATED = (19.0, 27.0, 29.0, 13.0, 31.0, 24.0)
ASTHMA = (5.2, 15.8, 11.0, 4.4, 10.5, 8.2)
# Homes, traffic and clinics differ by district, and that moves every outcome there.
HARM = {
    "Northbank": 0.92,
    "Ridgeview": 0.85,
    "Old Harbor": 1.08,
    "Mill Flats": 1.25,
    "Prairie East": 1.10,
}
SEASON = (0.85, 1.25, 1.10, 0.80)  # asthma, from July to June

ITEMS = (
    "aware_of_equity_goals",
    "confident_to_act",
    "safe_to_raise_racism",
    "leaders_keep_commitments",
    "decisions_explained",
    "can_change_something",
)


def population() -> list[dict[str, object]]:
    """People, children and people in poverty, by district and group, in 2025."""
    return [
        {
            "district": district,
            "group": group,
            "year": 2025,
            "people": people[place],
            "children": people[place] * young // 100,
            "people_in_poverty": people[place] * poor[place] // 100,
            "priority_area": "yes" if district in PRIORITY else "no",
        }
        for district, (people, young, poor) in DISTRICTS.items()
        for place, group in enumerate(GROUPS)
    ]


def outcomes(chance: Chance) -> list[dict[str, object]]:
    """Events and people they could befall, by quarter, district and group, for twenty quarters.

    Counts are Poisson draws around rates by group and district, so small cells jump by chance as
    real ones do. Rates of early birth and asthma fall by 1 percent a year.
    """
    rows: list[dict[str, object]] = []
    for quarter in range(20):
        fiscal, part = 2022 + quarter // 4, quarter % 4
        year, name = (fiscal - 1, part + 3) if part < 2 else (fiscal, part - 1)
        better = 1 - 0.01 * (quarter // 4)
        for district, (people, young, _) in DISTRICTS.items():
            for place, group in enumerate(GROUPS):
                harm = HARM[district]
                births = chance.count(people[place] * BIRTHS[place] / 4000)
                early = chance.count(births * EARLY[place] / 100 * harm * better)
                two_year_olds = chance.count(people[place] * BIRTHS[place] / 4000)
                missed = chance.count(two_year_olds * UNVACCINATED[place] / 100 * harm)
                children = people[place] * young // 100
                visits = chance.count(
                    children * ASTHMA[place] / 4000 * harm * harm * SEASON[part] * better
                )
                found = (
                    ("births before 37 weeks", min(early, births), births, "live births"),
                    (
                        "children up to date on vaccines at age 2",
                        two_year_olds - min(missed, two_year_olds),
                        two_year_olds,
                        "children who turned 2",
                    ),
                    ("emergency visits for asthma, age 0 to 17", visits, children, "children"),
                )
                rows += [
                    {
                        "measure": measure,
                        "fiscal_year": f"FY{fiscal}",
                        "year": year,
                        "quarter": f"{year}-Q{name}",
                        "district": district,
                        "group": group,
                        "events": events,
                        "denominator": denominator,
                        "denominator_is": what,
                    }
                    for measure, events, denominator, what in found
                    if denominator  # among nobody there is nothing to count, and no rate
                ]
    return sorted(rows, key=lambda row: str(row["measure"]))


def staff_survey(chance: Chance) -> list[dict[str, object]]:
    """Answers from 1, not at all, to 5, fully, of those who answered in 2024 and in 2026."""
    staff = [position for position in POSITIONS for _ in range(position.number)]
    rows: list[dict[str, object]] = []
    for year in (2024, 2026):
        for position in staff:
            if position.since > year or chance.share() > 0.78:
                continue
            group = chance.pick(GROUPS, (62, 14, 3, 5, 1.5, 14.5))
            level = "manager" if _leads(position.title) else "staff"
            rows.append(
                {
                    "response_id": f"S{year}-{len(rows) + 1:03d}",
                    "year": year,
                    "unit": position.unit,
                    "job_level": level,
                    "group": group,
                    "years_here": chance.pick(
                        ("5 or less", "6 to 15", "more than 15"), (54, 31, 15)
                    ),
                    **{item: _answer(chance, item, level, group, year) for item in ITEMS},
                }
            )
    return rows


def _leads(title: str) -> bool:
    return any(word in title for word in ("Manager", "Director", "Lead", "Officer"))


def _answer(chance: Chance, item: str, level: str, group: str, year: int) -> str:
    """One answer, blank now and then. How the place is run moves it: rank, and who is heard."""
    middle = {
        "aware_of_equity_goals": 3.9,
        "confident_to_act": 3.0,
        "safe_to_raise_racism": 3.3,
        "leaders_keep_commitments": 3.1,
        "decisions_explained": 2.7,
        "can_change_something": 2.6,
    }[item]
    middle += 0.6 if level == "manager" else 0.0
    if group != WHITE and item in ("safe_to_raise_racism", "leaders_keep_commitments"):
        middle -= 0.8
    middle += 0.2 if year == 2026 and item == "decisions_explained" else 0.0
    answer = round(middle + chance.between(-1.9, 1.9))
    return "" if chance.share() < 0.03 else str(min(5, max(1, answer)))
