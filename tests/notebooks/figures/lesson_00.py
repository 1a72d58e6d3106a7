# mypy: disable-error-code="call-overload, index, operator"
"""Where the figures of lesson 00 come from."""

from figures.in_text import Held, held
from figures.sources import LEVEL, OPTION, RIVERBEND, SCALE, Table, day, read, riverbend
from groundwork.subject.readiness_statements import LEVELS, STATEMENTS


def table() -> Table:
    rows = read("workforce_confidence").set_index(["measure", "group"])
    survey = "workforce_confidence"
    everybody = rows.xs("All", level="group")
    aware = everybody.loc["aware of health equity", "value"]
    for idea in ("health equity", "social determinants of health", "social determinants of equity"):
        knows, can = (f"{word} {idea}" for word in ("aware of", "confident to address"))
        assert everybody.loc[can, "value"] < everybody.loc[knows, "value"]
    confident = everybody.loc["confident to address health equity", "value"]
    black = rows.loc[("confident to address health equity", "Black or African American staff")]
    degree = rows.loc[("confident to address health equity", "Staff with a public health degree")]
    ranges = rows.loc["agree organization prioritizes DEI", ["lower", "upper"]]
    agree = {group: ranges.loc[group] for group in ranges.index}
    misprint = everybody.loc["aware of social determinants of health"]
    sample = rows.loc[("final analytic sample", "Analytic sample"), "value"]
    whole = held("half", "workforce_confidence: 100 less those who are confident")
    assert 100 - confident > 50
    assert not misprint["lower"] <= misprint["value"] <= misprint["upper"]
    return {
        "start-04": [
            held("in 2021, {:.0f} of 100 public health staff said they were aware", survey, aware),
            held("About {:.0f}", survey, confident),
            *(held(f"About {wrong}", OPTION) for wrong in (32, 62, 71)),
            *(held(f"{word}: {{:.0f}} of 100.", survey, confident) for word in ("More", "Yes")),
            held("Fewer: {:.0f} of 100.", survey, confident),
        ],
        "start-05": [held("2021", survey)],
        "start-06": [
            whole,
            held(
                "Black or African American staff were the most confident: {:.0f} of 100 "
                "(95 % interval {:.1f} to {:.1f})",
                survey,
                *black[["value", "lower", "upper"]],
            ),
            held(
                "{:.0f} to {:.0f} of 100 of them agreed that their organization prioritizes "
                "diversity, equity and inclusion, and {:.0f} to {:.0f} of 100 White staff did",
                survey,
                *agree["Black/African American staff"],
                *agree["White staff"],
            ),
            held("staff with a public health degree {:.0f} of 100", survey, degree["value"]),
        ],
        "words-00": [LEVEL],
        "start-24": [
            held("One of its printed intervals does not hold its own figure", survey),
        ],
        "start-25": [held("{:,.0f} staff", survey, sample)],
        **_riverbend_in_lesson_00(),
    }


def _riverbend_in_lesson_00() -> Table:
    positions = riverbend("positions")
    lines = riverbend("budget_lines").query("fiscal_year == 'FY2026'")
    paid = riverbend("partner_payments").query("fiscal_year == 'FY2026' and kind == 'stipend'")
    cards = riverbend("metrics_register")

    office = positions[positions["unit"] == "Health Equity Office"]
    vacant = office[office["filled"].eq("no")].set_index("position_id")
    titles = vacant["title"].to_list()
    (panels,) = paid.loc[paid["purpose"].eq("Resident panels"), "fund"].unique()
    fte = office.groupby("fund")["fte"].sum()
    ends = lines.dropna(subset="ends").groupby("fund")["ends"].first().map(day)
    rate = paid.groupby("purpose")["rate"].first().astype(float)
    partners = positions.query("unit == 'Community Partnerships' and fund == 'F100'")
    officer = positions.set_index("position_id").loc["P171"]
    manager = positions.set_index("position_id").loc["P176"]
    assert (officer["title"], officer["role_in_equity"]) == ("Equity Officer", "whole job")
    assert manager["title"] == "Partnerships Manager"
    assert manager["role_in_equity"] == "written in the job description"
    assert lines.set_index("fund").loc[officer["fund"], "recurrence"].eq("ongoing").all()
    assert office["position_id"].nunique() == office["fte"].sum() == 5
    assert fte["F320"] == 1
    assert len(partners) == 2

    one = cards[cards["owner_type"].eq("position") & cards["authority"].notna()]
    committee = cards[cards["owner"].eq("Health Equity Committee")]
    joint = cards[cards["owner"].str.endswith("partnership")]
    assert (len(one), len(joint), len(committee)) == (8, 5, 1)
    assert committee["authority"].isna().all()
    assert committee["review_forum"].str.contains("over lunch").all()
    assert "Finance Manager" in set(one["owner"])
    assert cards["community_sees"].eq("Posted at the clinics each quarter").sum() == 13
    assert cards["disaggregation"].str.contains("race and ethnicity").sum() == 10
    assert cards["gaps_reported"].eq("ratio").sum() == 2
    assert cards["gaps_reported"].eq("difference; ratio").sum() == 12
    assert cards["next_review"].notna().sum() == cards["review_forum"].notna().sum() == 13
    senior = cards["review_forum"].str.contains("senior team", case=False).sum()
    assert cards["community_paid"].eq("yes, by the stipend rule").any()

    count = len(cards)
    return {
        "start-12": [
            held("its last day: {}.", RIVERBEND, ends[officer["fund"]]),
            *_steps("roles_1"),
            held("the first position alone would be a 3", SCALE),
            held("The second makes it a 4.", SCALE),
            held(
                '"Job description of P176; adopted budget FY2026, fund {}. Not counted: P171, the '
                'grant {} ends {}."',
                RIVERBEND,
                manager["fund"],
                officer["fund"],
                ends[officer["fund"]],
            ),
        ],
        "start-13": [
            *_steps("accountability_2"),
            held("The register has {} measures, each with an owner", RIVERBEND, count),
            held("For eight, the owner is one position, such as the Finance Manager", RIVERBEND),
            held("For five it is a partnership", RIVERBEND),
            held("For one it is the Health Equity Committee, and the authority is", RIVERBEND),
        ],
        "start-14": [
            held("4: each of the {} measures has an owner", RIVERBEND, count),
            held("3: eight of the {} have one position", RIVERBEND, count),
            held("2: owners are named", SCALE),
            held("1: one measure has nobody with authority", RIVERBEND),
            held("step 2 is for a register in which no owner can act", SCALE),
            held("Step 1 is for a register in which no measure has an owner", SCALE),
            held("That is so for six of the measures", RIVERBEND),
            held("{} of {} with one position and its authority", RIVERBEND, len(one), count),
        ],
        "start-17": [
            held("The Health Equity Office has five full-time positions", RIVERBEND),
            held(
                "Two are vacant: the {} and the {} ({} and {}).", RIVERBEND, *titles, *vacant.index
            ),
            held(
                "A grant that ends on {}, pays for {:.1f} of them, and a grant that ends on {}, "
                "pays for one. The general fund pays for the other {:.1f}, and for two positions",
                RIVERBEND,
                ends["F330"],
                fte["F330"],
                ends["F320"],
                fte["F100"],
            ),
            held(
                "resident panels {:.0f} dollars an hour, birth equity advisers {:.0f} dollars, "
                "youth advisers {:.0f} dollars, and two community advisers gift cards worth "
                "{:.0f} dollars. The {:.0f} dollars come from the grant that ends on {}, and the "
                "{:.0f} dollars from a foundation grant that ends on {}.",
                RIVERBEND,
                rate["Resident panels"],
                rate["Birth equity advisers"],
                rate["Youth advisers"],
                rate["Community advisers, gift cards"],
                rate["Resident panels"],
                ends[panels],
                rate["Birth equity advisers"],
                ends["F410"],
            ),
            held("The register of measures mentions a stipend rule.", RIVERBEND),
            held("Committee meets over lunch", RIVERBEND),
            held(f"Thirteen of the {count} measures are posted at the clinics", RIVERBEND),
            held(f"Ten of the {count} measures are split by race and ethnicity", RIVERBEND),
            held(f"Twelve of the {count} give the difference and the ratio, two the", RIVERBEND),
            held("Fourteen measures. Eight have one position", RIVERBEND),
            held(
                "Thirteen have a date for the next review, {} of them with the senior",
                RIVERBEND,
                senior,
            ),
        ],
        "start-17-rate": [
            held("There are {} statements", "groundwork.subject.readiness", len(STATEMENTS)),
            held("Half a minute each", "nothing: it is an estimate of time"),
            held("its own four steps, from 1 (you looked and found nothing of it) to 4", SCALE),
        ],
    }


def _steps(statement: str) -> list[Held]:
    """The rows of a table that gives the four steps of a statement."""
    return [
        held(f"| {level.number} {level.name} | {step} |", "groundwork.subject.readiness_steps")
        for level, step in zip(LEVELS, STATEMENTS[statement].steps, strict=True)
    ]
