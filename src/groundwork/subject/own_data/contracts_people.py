"""The contracts of files about people: outcomes by group, and survey answers."""

from dataclasses import replace

from groundwork.subject.own_data.contract import FISCAL_YEAR, UNIT_CALLED, Contract, Spec

_GROUP = "Race and ethnicity, or another grouping, in the words of your source."
LOWER = (
    *("lower limit", "low confidence limit", "lower confidence limit", "ci low"),
    *("confidence limit low", "lower ci", "ci lower", "low ci", "lcl", "lower bound"),
    *(f"{level} {words}" for level in (95, 90) for words in ("ci low", "ci lower")),
    *(f"lower {level}{words}" for level in (95, 90) for words in (" ci", "")),
)
UPPER = (
    *("upper limit", "high confidence limit", "upper confidence limit", "ci high"),
    *("confidence limit high", "upper ci", "ci upper", "high ci", "ucl", "upper bound"),
    *(f"{level} {words}" for level in (95, 90) for words in ("ci high", "ci upper")),
    *(f"upper {level}{words}" for level in (95, 90) for words in (" ci", "")),
)
_HIDDEN = (
    "*",
    "**",
    "***",
    "s",
    "d",
    "ds",
    "(s)",
    "(d)",
    "suppressed",
    "hidden",
    "masked",
    "redacted",
    "<5",
    "<6",
    "<10",
    "<11",
    "<12",
    "<16",
    "<20",
    "1-9",
    "1–9",
    "1-4",
    "1-5",
    "1-10",
    "1to9",
    "lessthan10",
    "lessthan5",
    "fewerthan10",
    "fewerthan5",
)

OUTCOMES = Contract(
    kind="outcomes",
    title="Outcomes by group",
    one_row="One row a measure, period, place and group. Counts of people, never single people.",
    key=("measure", "year", "quarter", "district", "group"),
    one_of=("events", "value"),
    values="events",
    period="year",
    cautions=(
        "Never show a count under 10 as it stands: hide it, pool years, or take a wider place.",
    ),
    fields=(
        Spec(
            "measure",
            "text",
            "The outcome.",
            "births before 37 weeks",
            required=True,
            filled=True,
            called=("outcome", "indicator"),
            down=True,
            typed=True,
            words_like=(
                *("measure", "indicator", "outcome", "topic", "metric", "condition", "cause"),
                "question",
            ),
        ),
        # A period of a table of outcomes is a calendar year unless it says otherwise.
        replace(FISCAL_YEAR, words_like=("fy", "fiscal")),
        Spec(
            "year",
            "years",
            "The calendar year, or the first and last of years counted together.",
            "2025",
            required=True,
            filled=True,
            called=("calendar year", "yr", "years"),
            down=True,
            least=1900,
            most=2100,
            typed=True,
            words_like=("year", "yr", "period", "timeframe", "frame"),
        ),
        Spec(
            "quarter",
            "text",
            "The quarter or other part of the year.",
            "2025-Q3",
            called=("qtr", "month", "week", "mmwr week", "epi week"),
            down=True,
        ),
        Spec(
            "district",
            "text",
            "The place people live in.",
            "Mill Flats",
            called=(
                "county",
                "region",
                "area",
                "geography",
                "place",
                "location name",
                "location",
                "state",
                "jurisdiction",
                "name",
            ),
            down=True,
            words_like=(
                *(
                    "county",
                    "state",
                    "region",
                    "area",
                    "geographic",
                    "fips",
                    "tract",
                    "zip",
                    "geoid",
                ),
            ),
        ),
        Spec(
            "group",
            "text",
            _GROUP,
            "Black, non-Hispanic",
            required=True,
            filled=True,
            called=("race", "race ethnicity", "race and ethnicity", "population group"),
            typed=True,
            words_like=(
                *("race", "ethnicity", "group", "sex", "gender", "age", "subgroup", "stratum"),
                *("strata", "stratification", "stratifier", "demographic", "breakout", "break"),
                *("subpopulation", "characteristic", "segment", "payer", "insurance", "education"),
                *("income", "disability", "nativity", "language", "hispanic"),
            ),
        ),
        Spec(
            "events",
            "whole",
            "How often it happened; * when hidden, empty when not known.",
            "34",
            called=("count", "numerator", "cases", "number of events"),
            least=0,
            hidden=_HIDDEN,
            words_like=(
                "count",
                "cases",
                "deaths",
                "births",
                "events",
                "visits",
                "number",
                "n",
                "hospitalizations",
                "numerator",
            ),
        ),
        Spec(
            "denominator",
            "whole",
            "To how many it could have happened.",
            "412",
            called=("out of", "population", "pop"),
            least=0,
            hidden=_HIDDEN,
            words_like=("population", "denominator", "pop"),
        ),
        Spec("denominator_is", "text", "What the denominator counts.", "live births", down=True),
        Spec(
            "value",
            "number",
            "The rate or percentage as its source published it, where no counts are.",
            "8.2",
            called=("data value", "rate", "estimate"),
            percents=True,
            hidden=_HIDDEN,
            words_like=(
                *("rate", "value", "estimate", "percent", "percentage", "pct", "prevalence"),
                *("incidence", "proportion", "mean", "median", "score", "index", "expectancy"),
            ),
        ),
        Spec(
            "unit", "text", "What the value is counted in.", "percent", called=("data value unit",)
        ),
        Spec(
            "lower",
            "number",
            "The lower end of the value's interval.",
            "7.1",
            called=LOWER,
            percents=True,
            hidden=_HIDDEN,
        ),
        Spec(
            "upper",
            "number",
            "The upper end of the value's interval.",
            "9.4",
            called=UPPER,
            percents=True,
            hidden=_HIDDEN,
        ),
    ),
)

_SCORES = {
    "strongly disagree": 1, "disagree": 2, "neither agree nor disagree": 3, "neutral": 3,
    "neither": 3, "agree": 4, "strongly agree": 5,
}  # fmt: skip
_AGREEMENT = tuple((words, str(score)) for words, score in _SCORES.items())


def _question(name: str, meaning: str) -> Spec:
    return Spec(name, "whole", meaning, "4", words=_AGREEMENT, least=1, most=5)


SURVEY = Contract(
    kind="survey_answers",
    title="Answers to a staff survey",
    one_row="One row a set of answers; a column a question, 1 (not at all) to 5 (fully).",
    key=("response_id",),
    cautions=(
        "Race, unit and job level together can identify a person, even without a name. Keep this "
        "file to yourself, and never show a group of fewer than 10.",
    ),
    question=_question("question", "A question, answered 1 (not at all) to 5 (fully)."),
    fields=(
        Spec(
            "response_id",
            "text",
            "A number for the set of answers that leads to nobody.",
            "S2026-001",
            filled=True,
            called=("response", "response no", "response number"),
            code=True,
        ),
        Spec(
            "year",
            "whole",
            "The year of the survey.",
            "2026",
            required=True,
            filled=True,
            called=("survey year",),
            down=True,
            least=1990,
            most=2100,
            typed=True,
            words_like=("year",),
        ),
        Spec("unit", "text", "Unit of the department.", "Clinics", called=UNIT_CALLED, down=True),
        Spec(
            "job_level",
            "text",
            "Whether the position leads others.",
            "staff",
            called=("level", "position level"),
        ),
        Spec("group", "text", _GROUP, "Hispanic", called=("race", "race ethnicity")),
        Spec(
            "years_here",
            "text",
            "Time in the department, in ranges.",
            "6 to 15",
            called=("tenure", "years of service", "length of service"),
        ),
        _question("aware_of_equity_goals", "I know our equity goals."),
        _question("confident_to_act", "I know what I can do about them in my work."),
        _question("safe_to_raise_racism", "I can raise racism here without harm to me."),
        _question("leaders_keep_commitments", "Leaders do what they said they would."),
        _question("decisions_explained", "I hear why decisions were made."),
        _question("can_change_something", "I can change something that matters."),
    ),
)
