"""Where the figures of lesson 00 come from."""

from figures.in_text import held
from figures.sources import LEVEL, OPTION, RIVERBEND, SCALE, Table, day, read, riverbend
from groundwork.subject.readiness_statements import STATEMENTS


def table() -> Table:
    rows = read("workforce_confidence").set_index(["measure", "group"])
    survey = "workforce_confidence"
    everybody = rows.xs("All", level="group")
    aware = everybody.loc["aware of health equity", "value"]
    confident = everybody.loc["confident to address health equity", "value"]
    black = rows.loc[("confident to address health equity", "Black or African American staff")]
    degree = rows.loc[("confident to address health equity", "Staff with a public health degree")]
    misprint = everybody.loc["aware of social determinants of health"]
    sample = rows.loc[("final analytic sample", "Analytic sample"), "value"]
    whole = held("half", "workforce_confidence: 100 less those who are confident")
    assert 100 - confident > 50
    reach = everybody.drop("aware of social determinants of health").dropna(subset="lower")
    assert 0.5 < (reach["upper"] - reach["value"]).max() <= 1.0
    assert 0.5 < (reach["value"] - reach["lower"]).max() <= 1.0
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
            held("staff with a public health degree it was {:.0f} of 100", survey, degree["value"]),
        ],
        "words-00": [LEVEL],
        "start-24": [
            held("about one point or less to each side", survey),
            held(
                "({:.0f}, with limits {:.1f} to {:.1f})",
                survey,
                *misprint[["value", "lower", "upper"]],
            ),
            LEVEL,
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
            held('They choose 4, "in place and used"', SCALE),
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
            held("The register has {} measures, each with an owner", RIVERBEND, count),
            held("For eight, the owner is one position, such as the Finance Manager", RIVERBEND),
            held("For five it is a partnership", RIVERBEND),
            held("For one it is the Health Equity Committee, and the authority is", RIVERBEND),
        ],
        "start-14": [
            held("4, in place and used", SCALE),
            held("3, partly in place: eight of the {} have one", RIVERBEND, count),
            held("2, talked about", SCALE),
            held("1, not in place: one measure belongs to a committee", RIVERBEND),
            held("{} of {} with one position and its authority", RIVERBEND, len(one), count),
            held("eight owners can act", RIVERBEND),
            held("eight measures do have an owner", RIVERBEND),
        ],
        "start-17": [
            held("The Health Equity Office has five full-time positions", RIVERBEND),
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
                "{:.0f} dollars. The {:.0f} dollars come "
                "from a foundation grant that ends on {}.",
                RIVERBEND,
                rate["Resident panels"],
                rate["Birth equity advisers"],
                rate["Youth advisers"],
                rate["Community advisers, gift cards"],
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
            held("There are {} statements", "groundwork.subject.readiness", len(STATEMENTS)),
            held("Half a minute each", "nothing: it is an estimate of time"),
            *(
                held(f"| {step} |", SCALE)
                for step in (
                    "1 not in place",
                    "2 talked about",
                    "3 partly in place",
                    "4 in place and used",
                )
            ),
        ],
    }
