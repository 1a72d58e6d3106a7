"""Files that were once read wrongly or refused for no reason: each stands for a kind."""

from pathlib import Path

import pandas as pd
import pytest

from groundwork.learner.own_files import check_file, save
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text

CASES = Path(__file__).parent / "cases"


def look(name: str, kind: str = "budget_lines", **said: str) -> Result:
    return check_file(CASES / name, kind, answers=Answers({}, said))


def table(result: Result) -> pd.DataFrame:
    assert result.table is not None, as_text(result)
    return result.table


def asked(result: Result) -> list[str]:
    assert result.problems == (), as_text(result)
    assert result.table is None
    return [question.name for question in result.questions]


@pytest.mark.parametrize(
    ("name", "kind", "total"),
    [
        ("d03_total_with_fiscal_year.csv", "budget_lines", 350.5),
        ("d03e_payments_total_per_partner.csv", "partner_payments", 2000.0),
    ],
)
def test_a_total_with_other_cells_filled_in_is_left_out_told_and_compared(
    name: str, kind: str, total: float
) -> None:
    result = look(name, kind)
    assert table(result)["amount"].sum() == total
    assert "Row 4 reads like a total and was left out" in as_text(result)
    assert "Row 4 says what the rows add up to" in as_text(result)


def test_codes_of_one_column_that_differ_in_length_are_told() -> None:
    result = look("d04b_county_fips.csv", "outcomes")
    (note,) = (each for each in result.notes if "differ in length" in each.text)
    assert note.look
    assert note.rows == (3, 4)


def test_ids_that_a_spreadsheet_cut_are_refused() -> None:
    (problem,) = look("d05_scientific_ids.csv").problems
    assert problem.rows == (2, 3)
    assert "formatted as Text" in problem.fix


def test_ids_that_look_like_dates_are_asked_about() -> None:
    assert asked(look("e8_code_as_date.csv")) == ["dates in line_id"]
    kept = look("e8_code_as_date.csv", **{"dates in line_id": "keep"})
    assert table(kept)["line_id"].tolist() == ["1-Mar", "5-Oct"]


def test_days_are_counted_as_the_workbook_says() -> None:
    result = look("d07_1904_dates.xlsx")
    assert table(result)["ends"].dt.strftime("%Y-%m-%d").tolist() == ["2027-06-30"] * 2
    assert "1904" in as_text(result)


def test_a_raised_footnote_is_taken_off_and_said() -> None:
    result = look("d15b_superscript_footnote.xlsx", "outcomes")
    assert table(result)["events"].tolist() == [34, 56, 41]
    assert "raised mark" in as_text(result)


def test_digits_of_other_scripts_are_converted_and_said() -> None:
    result = look("d15c_other_digits.csv", "outcomes")
    assert table(result)["events"].tolist() == [34, 34, 12]
    assert "another script" in as_text(result)


def test_percent_in_a_heading_is_asked_about() -> None:
    name = "d16_percent_heading_small.csv"
    assert asked(look(name)) == ["units of equity_share"]
    percent = table(look(name, **{"units of equity_share": "percent"}))["equity_share"]
    assert percent.dropna().tolist() == [0.01, 0.005]
    share = table(look(name, **{"units of equity_share": "share"}))["equity_share"]
    assert share.dropna().tolist() == [1, 0.5]


def test_thousands_in_a_title_are_quoted_and_asked_about() -> None:
    result = look("d23_in_thousands.xlsx")
    assert asked(result) == ["units of amount"]
    assert "(dollars in thousands)" in result.questions[0].text
    thousands = table(look("d23_in_thousands.xlsx", **{"units of amount": "thousands"}))
    assert thousands["amount"].tolist() == [98_000, 12_500]
    dollars = table(look("d23_in_thousands.xlsx", **{"units of amount": "as written"}))
    assert dollars["amount"].tolist() == [98, 12.5]


def test_a_computed_share_is_taken_as_shown_with_the_difference() -> None:
    result = look("d29_computed_share.xlsx")
    assert table(result)["amount"].tolist() == [32_666.67, 0.30]
    assert "0.0033 more than it holds" in as_text(result)


def test_social_security_formats_and_names_are_refused() -> None:
    for name in ("d31_ssn_format.xlsx", "r01_names_lastfirst8.csv"):
        result = look(name, "positions")
        assert result.problems
        assert "(not shown)" in as_text(result)
        assert not any(word in as_text(result) for word in ("123-45", "Lopez", "Nguyen"))


def test_pooled_years_are_a_period() -> None:
    result = look("d35_pooled_years.csv", "outcomes")
    assert table(result)["year"].tolist() == ["2021-2023"] * 2


def test_more_events_than_people_are_refused_with_their_rows() -> None:
    (problem,) = look("d36_events_over_denominator.csv", "outcomes").problems
    assert problem.rows == (2, 3)


def test_a_blank_fund_is_asked_about() -> None:
    name = "e3b_blank_fund_is_unknown.csv"
    assert asked(look(name)) == ["blank fund"]
    assert (
        table(look(name, **{"blank fund": "unknown"}))["fund"].isna().tolist() == [False, True] * 2
    )
    assert (
        table(look(name, **{"blank fund": "above"}))["fund"].tolist() == ["0100"] * 2 + ["0200"] * 2
    )


def test_labels_that_look_alike_are_asked_about() -> None:
    (question,) = look("e9_fund_spelling.csv").questions
    assert all(label in question.text for label in ('"F100"', '"f100"', '"F-100"', '"100.0"'))
    said = {question.name: "one"}
    assert table(look("e9_fund_spelling.csv", **said))["fund"].nunique() == 1


def test_the_advice_for_a_part_time_position_gives_the_part() -> None:
    (problem,) = look("f1_fte_percent.csv").problems
    assert "0.50" in problem.fix


def test_furniture_of_pages_is_left_out_and_quoted() -> None:
    result = look("h08_page_breaks.csv")
    assert table(result)["amount"].sum() == 10_001
    assert '"Page 1 of 2"' in as_text(result)


def test_one_wrong_answer_does_not_drop_its_question() -> None:
    result = look("r07_scale04.csv", "survey_answers")
    (problem,) = result.problems
    assert (problem.rows, problem.column) == ((2,), 'C "heard"')
    assert "not part of this kind of file" not in as_text(result)


def test_years_side_by_side_are_offered_as_one_row_a_year() -> None:
    assert asked(look("r16_wide_years.csv")) == ["amount"]
    turned = table(look("r16_wide_years.csv", amount="years"))
    sums = turned.groupby("fiscal_year")["amount"].sum()
    assert sums.to_dict() == {"FY2024": 300, "FY2025": 600, "FY2026": 900}


def test_a_city_budget_is_numbered_and_its_sides_are_asked_about() -> None:
    result = look("oakland_FY13-14_head.csv")
    assert asked(result) == ["side"]
    assert "what a sum means" in result.questions[0].text
    assert table(look("oakland_FY13-14_head.csv", side="revenue"))["line_id"][0] == "row 2"


def test_provisional_counts_are_known_and_hidden_is_neither_zero_nor_missing(
    tmp_path: Path,
) -> None:
    result = look("nchs_provisional_head.csv", "outcomes")
    assert asked(result) == ["group"]
    said = {"group": "Sex and Age group"}
    result = look("nchs_provisional_head.csv", "outcomes", **said)
    read = table(result)
    covid = read[read["measure"] == "COVID-19 Deaths"]
    assert (covid["events"].sum(), int(covid["events_hidden"].sum())) == (255, 6)
    assert read.loc[read["events_hidden"], "events"].isna().all()
    saved = tmp_path / "tidy.csv"
    save(result, saved)
    again = table(check_file(saved, "outcomes"))
    pd.testing.assert_frame_equal(again, read)


def test_a_wonder_export_is_known_with_its_footer_and_its_hidden_count() -> None:
    result = look("wonder_natality.txt", "outcomes")
    assert asked(result) == ["year"]
    assert result.questions[0].choices[0].answer == "2010-2012"
    read = table(look("wonder_natality.txt", "outcomes", year="2010-2012"))
    assert read["events"].sum() == 635
    assert read["events_hidden"].tolist() == [False] * 5 + [True]
