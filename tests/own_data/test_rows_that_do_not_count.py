"""Totals, further headings and furniture are left out and quoted, and no file is left with none."""

from pathlib import Path

import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.own_data import total_words as totals
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text

HEAD = "line_id,fiscal_year,program,purpose,fund,amount\n"
LINES = "A1,FY2026,Clinic,Nurse,F1,100\nA2,FY2026,WIC,Aide,F1,200.50\nA3,FY2026,WIC,Van,F2,60\n"


def look(folder: Path, text: str, kind: str = "budget_lines", **said: str) -> Result:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return check_file(path, kind, answers=Answers({}, said))


def budget(folder: Path, *rows: str, **said: str) -> Result:
    return look(folder, HEAD + LINES + "".join(f"{row}\n" for row in rows), **said)


def total_of(result: Result) -> float:
    assert result.table is not None, as_text(result)
    return float(result.table["amount"].sum())


WORDS = (
    "Total", "TOTAL:", "Totals", "TTL", "Ttl.", "T O T A L", "Tot.", "Grand Total", "Grand-total",
    "Sub total", "Total General", "Total general fund", "Total General Fund and all grants", "Suma",
    "Total, all funds", "Total Expenditures", "Net total", "Combined total", "County total",
    "Department Total", "Clinic and WIC total", "TOTAL FY2026", "Total for FY2026", "Gran total",
    "Total of all programs", "Sum", "Totales",
)  # fmt: skip
EVERYTHING = ("All Funds", "All departments", "Combined", "Overall", "All programs combined", "All")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        *((words, place) for words in WORDS for place in range(4)),
        *((words, place) for words in EVERYTHING for place in (2, 3)),
    ],
)
def test_a_row_that_says_total_and_no_line_is_left_out_and_quoted(
    tmp_path: Path, words: str, place: int
) -> None:
    cells = [""] * 4
    cells[place] = f'"{words}"'
    result = budget(tmp_path, ",".join([*cells, "", "360.50"]))
    assert total_of(result) == 360.5
    assert " ".join(f"{words} 360.50".split()) in as_text(result)
    assert "Row 5 says what the rows add up to" in as_text(result)


@pytest.mark.parametrize("words", ["", "Family Health in all", "Summe", "Everything above"])
def test_a_row_without_a_line_that_is_the_sum_is_left_out_and_told(
    tmp_path: Path, words: str
) -> None:
    result = budget(tmp_path, f",,{words},,,360.50")
    assert total_of(result) == 360.5
    assert "was left out" in as_text(result)
    other = budget(tmp_path, f",,{words},,,360.49")
    assert other.problems


@pytest.mark.parametrize("words", ["Total General Fund and all grants", "Total County", "TTL cost"])
@pytest.mark.parametrize(("said", "asked"), [("361", 1), ("360", 1), ("360.50", 1), ("400", 0)])
def test_a_total_with_every_cell_filled_in_is_asked_about_off_by_rounding_too(
    tmp_path: Path, words: str, said: str, asked: int
) -> None:
    row = f"{words},FY2026,All,Sum of it,F1,{said}"
    result = budget(tmp_path, row)
    assert [question.name for question in result.questions] == ["totals"] * asked
    assert "speaks of a total" in as_text(result)
    if asked:
        left = budget(tmp_path, row, totals="leave out")
        assert total_of(left) == 360.5
        assert f": {row.replace(',', ' ')}".split(": ")[1] in as_text(left)


def test_a_last_row_that_all_but_equals_all_others_is_asked_about(tmp_path: Path) -> None:
    lines = [f"B{at},FY2026,WIC,Aide,F1,{12_345 * at}" for at in range(1, 9)]
    every = sum(12_345 * at for at in range(1, 9)) + 360.5
    for row in (f"B9,FY2026,Health,Budget,F9,{every - 2.5:.0f}", f"B9,FY2026,x,y,F9,{every}"):
        result = budget(tmp_path, *lines, row)
        assert [question.name for question in result.questions] == ["totals"]
    assert budget(tmp_path, *lines, f"B9,FY2026,Health,Budget,F9,{every - 900:.0f}").fine


def test_rounding_is_no_difference_to_be_looked_at(tmp_path: Path) -> None:
    said = as_text(budget(tmp_path, "Total,,,,,361"))
    assert "but for rounding" in said
    assert "apart" not in said
    assert "10.50 apart" in as_text(budget(tmp_path, "Total,,,,,371"))


@pytest.mark.parametrize(
    "name", ["Total Parenteral Nutrition", "Totem project", "Summer camp", "Allegheny", "Overall x"]
)
def test_a_name_that_is_no_total_stays(tmp_path: Path, name: str) -> None:
    assert total_of(budget(tmp_path, f"A9,FY2026,{name},Aide,F3,5")) == 365.5
    assert not totals.is_bare(name)


@pytest.mark.parametrize(
    "row",
    ["- 3 -", "Page 4", "County report Page 2", "*** END OF PAGE ***", "(continued)", "End of list",
     "Clinics (cont.)", "Line ID,Fiscal Year,PROGRAM,Purpose,Fund,Amount", "2 of 7",
     "LINE_ID,FISCAL_YEAR,PROGRAM,PURPOSE,FUND,AMOUNT"],
)  # fmt: skip
def test_furniture_of_a_printed_report_is_left_out_and_quoted(tmp_path: Path, row: str) -> None:
    row += "," * (5 - row.count(","))
    result = budget(tmp_path, row, "A4,FY2026,WIC,Aide,F1,1")
    assert total_of(result) == 361.5
    assert row.split(",")[0] in as_text(result)


NCHS = (
    "Data As Of,Start Date,End Date,Group,Year,Month,State,Sex,Age Group,COVID-19 Deaths,"
    "Total Deaths,Footnote\n"
    "09/27/2023,01/01/2020,09/23/2023,By Total,,,United States,All Sexes,All Ages,90,300,\n"
    "09/27/2023,01/01/2020,09/23/2023,By Total,,,United States,Male,All Ages,50,160,\n"
    "09/27/2023,01/01/2020,09/23/2023,By Total,,,Alabama,Male,1-4 years,,28,counts suppressed\n"
    "09/27/2023,01/01/2020,01/31/2020,By Month,2020,1,United States,All Sexes,All Ages,6,26,\n"
)


@pytest.mark.parametrize(("rows", "many"), [("By Total", 6), ("By Month", 2)])
def test_rows_called_by_total_of_a_known_layout_are_rows(
    tmp_path: Path, rows: str, many: int
) -> None:
    result = look(tmp_path, NCHS, "outcomes", rows=rows, group="Sex and Age Group")
    assert result.table is not None, as_text(result)
    assert len(result.table) == many


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("budget_lines", HEAD + "Total,,,,,5\n", {}),
        ("budget_lines", HEAD + "Total,FY2026,x,y,F,5\nGrand Total,,,,,5\n", {}),
        ("budget_lines", HEAD.replace("fund", "side") + "A,FY2026,x,y,revenue,5\n",
         {"side": "expense"}),
        ("outcomes", "measure,year,group,events\nTotal,,,4\n", {}),
        ("outcomes", "measure,year,group,2021,2022\nbirths,,All,,\n", {"events": "years"}),
    ],
)  # fmt: skip
def test_a_file_with_no_row_left_is_never_accepted(
    tmp_path: Path, kind: str, text: str, said: dict[str, str]
) -> None:
    result = look(tmp_path, text, kind, **said)
    assert not result.fine
    assert result.table is None
    assert all(problem.fix for problem in result.problems)


DEPARTMENTS = ("Dept A,100", "Nurse,60", "Van,40", "Vacant,0", "Dept B,50", "Aide,50")


def in_blocks(folder: Path, lines: tuple[str, ...]) -> Result:
    text = "".join(
        f"A{at},FY2026,{name},Work,F1,{amount}\n"
        for at, (name, amount) in enumerate(line.split(",") for line in lines)
    )
    return look(folder, HEAD + text)


def test_departments_above_lines_of_nothing_are_asked_about(tmp_path: Path) -> None:
    (question,) = in_blocks(tmp_path, DEPARTMENTS).questions
    assert question.name == "totals"
    assert question.rows == (2, 6)
    assert "row 2 (100.00) is the sum of rows 3 to 4" in question.text


def test_equal_lines_before_a_line_of_nothing_are_no_departments(tmp_path: Path) -> None:
    pairs = ("Rent,5", "Heat,5", "Vacant,0", "Van,7", "Aide,7", "Vacant,0")
    assert not in_blocks(tmp_path, pairs).questions


MERGED = (
    "program,purpose,amount\nSafety,Inspections,10000\n,{total}\n"
    "Clinics,Nurses,300\n,Aides,200\nWIC,Milk,7\n"
)


def test_a_line_whose_label_is_merged_and_which_begins_with_total_is_a_line(tmp_path: Path) -> None:
    text = MERGED.format(total="Total Worker Health,50000")
    result = look(tmp_path, text, fiscal_year="FY2026")
    assert total_of(result) == 60_507
    assert "speaks of a total, and was kept as a line" in as_text(result)


@pytest.mark.parametrize("total", ["Total Safety,10001", "Total Safety and others,9000"])
def test_a_total_that_names_its_merged_label_is_left_out(tmp_path: Path, total: str) -> None:
    result = look(tmp_path, MERGED.format(total=total), fiscal_year="FY2026")
    assert total_of(result) == 10_507


def test_a_total_without_a_label_that_each_line_has_is_left_out_though_it_is_no_sum(
    tmp_path: Path,
) -> None:
    text = MERGED.format(total="Total Worker Health,50000").replace("\n,Aides", "\nWIC,Aides")
    assert total_of(look(tmp_path, text, fiscal_year="FY2026")) == 10_507
