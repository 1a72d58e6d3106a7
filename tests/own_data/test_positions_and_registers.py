"""Positions of a health department are no people, and a register may say that it is invented."""

import csv
from pathlib import Path

import openpyxl
import pytest

from groundwork.learner.own_files import check_file
from groundwork.subject.metrics.choices import HIGHER, LOWER
from groundwork.subject.metrics.digits import of_card
from groundwork.subject.metrics.files import from_csv
from groundwork.subject.metrics.progress import IMPROVING, NO_CHANGE
from groundwork.subject.metrics.verdict import changed
from groundwork.subject.names import names_somebody
from groundwork.subject.own_data.questions import Answers, parsed
from groundwork.subject.own_data.report import Result

LEVEL_95 = Answers({}, {"level of limits": "95"})
RIVERBEND = Path(__file__).parents[2] / "datasets" / "riverbend_county_invented"


@pytest.mark.parametrize(
    "position",
    [
        "Breastfeeding Peer Counselor",
        "Breastfeeding Peer Counselor",
        "Communicable Disease",
        "Chronic Disease Prevention",
        "Overdose Prevention",
    ],
)
def test_words_of_health_departments_are_no_names(position: str) -> None:
    assert not names_somebody(position)


def test_no_position_or_unit_of_riverbend_reads_like_a_person() -> None:
    path = RIVERBEND / "riverbend_invented_positions.csv"
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    named = {row[column] for row in rows for column in ("title", "unit")}
    assert len(named) > 50
    assert [text for text in named if names_somebody(text)] == []


def test_people_are_still_told_from_positions() -> None:
    assert names_somebody("Maria Lopez")
    assert names_somebody("Nguyen Van An")


def test_a_register_that_says_it_is_invented_is_read_without_a_problem() -> None:
    path = RIVERBEND / "riverbend_invented_metrics_register.csv"
    read = from_csv(path.read_text(encoding="utf-8"))
    assert len(read.cards) == 14
    assert read.problems == ()


def test_another_strange_column_is_still_a_problem() -> None:
    read = from_csv("id,invention\nA,x\n")
    assert [problem.column for problem in read.problems] == ["invention"]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("{} 95% CI low", "{} 95% CI high"),
        ("{} LCL", "{} UCL"),
        ("{} lower 95", "{} upper 95"),
        ("{} 95% CI lower", "{} 95% CI upper"),
        ("Lower 95% CI {}", "Upper 95% CI {}"),
    ],
)
def test_the_limits_of_a_register_are_known_as_departments_write_them(
    tmp_path: Path, low: str, high: str
) -> None:
    limits = [form.format(moment) for moment in ("Baseline", "Latest") for form in (low, high)]
    path = tmp_path / "register.csv"
    path.write_text(f"id,name,{','.join(limits)}\nA1,Visits,48,60,57,69\n", encoding="utf-8")
    table = check_file(path, "metrics_register", answers=LEVEL_95).table
    assert table is not None
    fields = ("baseline_low", "baseline_high", "latest_low", "latest_high")
    assert [float(table[name].iloc[0]) for name in fields] == [48, 60, 57, 69]


NINETY = "Measure,Baseline,Baseline LCL,Baseline UCL,Latest,Latest LCL,Latest UCL\n"
NINETY += "Visits,54,48,60,63,57,69\nCalls,10.0,8.0,13.0,,,\n"


def register(tmp_path: Path, text: str, *said: str) -> Result:
    path = tmp_path / "register.csv"
    path.write_text(text, encoding="utf-8")
    return check_file(path, "metrics_register", answers=parsed([], said))


def test_limits_whose_level_nobody_says_are_asked_about_and_never_taken(tmp_path: Path) -> None:
    (asked,) = register(tmp_path, NINETY).questions
    assert asked.name == "level of limits"
    assert "Census Bureau's margins of error are of 90 percent" in asked.text
    taken = register(tmp_path, NINETY, "level of limits=95").table
    assert taken is not None and list(taken["baseline_low"]) == [48, 8.0]
    assert taken["latest_high"].isna().tolist() == [False, True]


def test_limits_of_90_percent_are_made_wider_on_each_side(tmp_path: Path) -> None:
    result = register(tmp_path, NINETY, "level of limits=90")
    assert result.table is not None
    ends = result.table[["baseline_low", "baseline_high", "latest_low", "latest_high"]]
    assert ends.iloc[0].tolist() == pytest.approx([46.851, 61.149, 55.851, 70.149], abs=5e-4)
    assert ends.iloc[1, :2].tolist() == pytest.approx([7.617, 13.575], abs=5e-4)
    told = [note.column for note in result.notes if "1.19 times as far" in note.text]
    assert [column.partition('"')[2] for column in told] == [
        *('Baseline LCL"', 'Baseline UCL"', 'Latest LCL"', 'Latest UCL"')
    ]


def test_whole_limits_of_90_percent_call_no_change_sure_that_is_not(tmp_path: Path) -> None:
    head = "name,direction,baseline,baseline LCL,baseline UCL,target"
    head += ",latest,latest LCL,latest UCL\n"
    text = head + "Births,lower is better,20,18,22,10,17,15,19\n"
    said = {}
    for level in ("90", "95"):
        table = register(tmp_path, text, f"level of limits={level}").table
        assert table is not None
        (card,) = from_csv(table.to_csv(index=False)).cards
        said[level] = changed(card)
        assert of_card(card) == 0
    assert said["95"].word == IMPROVING
    assert said["90"].word == NO_CHANGE
    assert "difference −3, 95 % interval −6.4 to 0.4" in said["90"].how


LEVELS = "Measure,Baseline,LCL,UCL,Latest,LCL,UCL,Confidence level\n"
LEVELS += "Visits,54,48,60,63,57,69,95%\nCalls,10.0,8.0,13.0,12,9,15,{ninety}\n"
WITHOUT_LEVEL = "Doors,10.0,8.0,13.0,12,9,15,\nHomes,30,,,31,,,\n"
WIDE = pytest.approx([7.617, 13.575, 8.425, 15.575], abs=5e-4)
ENDS = ["baseline_low", "baseline_high", "latest_low", "latest_high"]


@pytest.mark.parametrize("ninety", ["90%", "90", "90 percent", "0.9", "0.90"])
def test_a_column_of_levels_is_read_row_by_row(tmp_path: Path, ninety: str) -> None:
    result = register(tmp_path, LEVELS.format(ninety=ninety))
    assert result.fine and result.table is not None
    assert result.table[ENDS].iloc[0].tolist() == [48, 60, 57, 69]
    assert result.table[ENDS].iloc[1].tolist() == WIDE
    told = [note for note in result.notes if "as the file says" in note.text]
    assert [note.rows for note in told] == [(3,)] * 4
    assert not any("left aside" in note.text for note in result.notes)
    assert "confidence_level" not in result.table
    assert not from_csv(result.table.to_csv(index=False)).problems


def test_percents_of_a_workbook_are_levels_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in csv.reader(LEVELS.format(ninety="").splitlines()):
        page.append(
            [float(cell) if cell[:1].isdigit() and "%" not in cell else cell for cell in row]
        )
    for at, level in ((2, 0.95), (3, 0.9)):
        page.cell(at, 8, level).number_format = "0%"
    book.save(tmp_path / "register.xlsx")
    table = check_file(tmp_path / "register.xlsx", "metrics_register").table
    assert table is not None and table[ENDS].iloc[1].tolist() == WIDE
    assert table[ENDS].iloc[0].tolist() == [48, 60, 57, 69]


def test_rows_without_a_level_alone_are_asked_about(tmp_path: Path) -> None:
    text = LEVELS.format(ninety="90%") + WITHOUT_LEVEL
    (asked,) = register(tmp_path, text).questions
    assert (asked.name, asked.rows) == ("level of limits", (4,))
    for answer, ends in (("90", WIDE), ("95", [8, 13, 9, 15])):
        table = register(tmp_path, text, f"level of limits={answer}").table
        assert table is not None and table[ENDS].iloc[2].tolist() == ends
        assert table[ENDS].iloc[1].tolist() == WIDE
    table = register(tmp_path, text, "level of limits=leave").table
    assert table is not None and table[ENDS].iloc[2].isna().all()
    assert table[ENDS].iloc[1].tolist() == WIDE


def test_a_level_that_two_places_say_differently_is_asked_about(tmp_path: Path) -> None:
    text = LEVELS.format(ninety="90%").replace("LCL", "95% CI low").replace("UCL", "95% CI high")
    (asked,) = register(tmp_path, text).questions
    assert asked.rows == (3,)


@pytest.mark.parametrize(("level", "wide"), [("95", False), ("90", True)])
def test_a_heading_with_a_level_answers_by_itself(tmp_path: Path, level: str, wide: bool) -> None:
    head = f"Measure,Baseline,{level}% CI low,{level}% CI high,Latest,{level}% CI low"
    table = register(tmp_path, f"{head},{level}% CI high\nCalls,10.0,8.0,13.0,12,9,15\n").table
    assert table is not None
    assert table[ENDS].iloc[0].tolist() == (WIDE if wide else [8, 13, 9, 15])


def test_limits_of_another_level_are_left_aside_when_said_so(tmp_path: Path) -> None:
    table = register(tmp_path, NINETY, "level of limits=leave").table
    assert table is not None and table["baseline_low"].isna().all()
    assert list(table["baseline_value"]) == [54, 10]


def test_headings_that_say_95_ask_nothing_and_our_own_are_told(tmp_path: Path) -> None:
    assert register(tmp_path, NINETY.replace("CL", "CL 95 %")).fine
    ours = "name,baseline_value,baseline_low,baseline_high\nVisits,54,48,60\n"
    path = tmp_path / "ours.csv"
    path.write_text(ours, encoding="utf-8")
    result = check_file(path, "metrics_register")
    assert result.fine
    assert any("taken as those of 95 % intervals" in note.text for note in result.notes)


def test_a_register_without_ids_is_numbered_by_its_rows(tmp_path: Path) -> None:
    result = register(tmp_path, "Measure,Baseline,Target\nVisits,54,81\nCalls,10,8\n")
    assert result.table is not None
    assert list(result.table["id"]) == ["row 2", "row 3"]
    assert any("id is not in the file" in note.text for note in result.notes)


@pytest.mark.parametrize(
    ("low", "high"), [("95% CI low", "95% CI high"), ("LCL", "UCL"), ("lower 95", "upper 95")]
)
def test_a_heading_that_is_only_a_limit_belongs_to_the_value_before_it(
    tmp_path: Path, low: str, high: str
) -> None:
    head = f"Measure,Baseline,{low},{high},Target,Latest,{low},{high}"
    table = register(tmp_path, f"{head}\nVisits,54,48,60,81,63,57,69\n", "level of limits=95").table
    assert table is not None
    fields = ("baseline_low", "baseline_high", "latest_low", "latest_high")
    assert [float(table[name].iloc[0]) for name in fields] == [48, 60, 57, 69]
    # Before a first value it belongs to none.
    lone = register(tmp_path, f"Measure,{low},Baseline,Target\nVisits,48,54,81\n").table
    assert lone is not None and "baseline_low" not in lone


@pytest.mark.parametrize(
    ("word", "way"),
    [("higher", HIGHER), ("Lower", LOWER), ("up", HIGHER), ("decrease", LOWER), (LOWER, LOWER)],
)
def test_the_way_that_is_better_is_read_as_departments_write_it(
    word: str, way: str, tmp_path: Path
) -> None:
    path = tmp_path / "register.csv"
    path.write_text(f"Measure,Better when\nVisits kept,{word}\n", encoding="utf-8")
    table = check_file(path, "metrics_register").table
    assert table is not None
    assert table["direction"].tolist() == [way]


def test_a_way_in_other_words_is_told_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("Measure,Direction\nVisits kept,higher\nNo-shows,sideways\n", encoding="utf-8")
    result = check_file(path, "metrics_register")
    (note,) = (each for each in result.notes if each.look)
    assert "row 3" in str(note) and "sideways" in str(note)
    assert LOWER in str(note)
    assert result.table is not None
    assert result.table["direction"].fillna("").tolist() == [HIGHER, ""]


@pytest.mark.parametrize("moment", ["baseline", "latest"])
def test_a_value_outside_its_own_interval_is_told_with_its_row(moment: str, tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    head = ",".join(f"{moment}_{each}" for each in ("value", "low", "high"))
    path.write_text(f"name,{head}\nVisits kept,60,55,65\nNo-shows,60,65,70\n", encoding="utf-8")
    (problem,) = check_file(path, "metrics_register", answers=LEVEL_95).problems
    assert "row 3" in str(problem)
    assert "outside its own interval" in str(problem)
