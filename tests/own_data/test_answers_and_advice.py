# mypy: disable-error-code="arg-type"
"""What is asked can be answered, answers are kept and offered, and every advice is true."""

import re
import sys
from pathlib import Path

import pytest

from groundwork.command import data
from groundwork.command.main import main
from groundwork.learner.own_answers import check_and_keep
from groundwork.subject.errors import UserError
from groundwork.subject.own_data.cell import Ways
from groundwork.subject.own_data.cells import read
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contract import Spec
from groundwork.subject.own_data.contracts import CONTRACTS, contract_of
from groundwork.subject.own_data.questions import Answers, parsed
from groundwork.subject.own_data.report import Note, Problem, Result, as_text
from groundwork.subject.own_data.sheet import Sheet

FILE = "FISC_YR,Dept Nm,AMT\nFY2026,Clinics,100.50\nFY2026,WIC,200\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("modules", "datasets"):
        (tmp_path / "space" / name).mkdir(parents=True)
    monkeypatch.setenv("GROUNDWORK_WORKSPACE", str(tmp_path / "space"))
    return tmp_path / "space"


def budget(folder: Path, text: str = FILE, name: str = "b.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_headings_are_shown_and_a_mapping_is_proposed_and_asked(tmp_path: Path) -> None:
    result = check_and_keep(budget(tmp_path), "budget_lines", folder=tmp_path)
    (question,) = result.questions
    assert 'C "AMT" is amount' in question.text
    assert all(heading in question.text for heading in ("FISC_YR", "Dept Nm", "AMT"))
    assert '--map "yes"' in str(question)
    assert result.table is None


def test_a_mapping_can_be_said_by_heading_or_by_letter(tmp_path: Path) -> None:
    path = budget(tmp_path)
    for said in (["AMT=amount", "FISC_YR=fiscal_year", "Dept Nm=program"],
                 ["C=amount", "A=fiscal_year", "B=program"], ["yes"]):  # fmt: skip
        result = check_and_keep(path, "budget_lines", answers=parsed(said, []), folder=tmp_path)
        assert result.table is not None, as_text(result)
        assert result.table["amount"].tolist() == [100.5, 200]
        assert result.table["program"].tolist() == ["Clinics", "WIC"]
    with pytest.raises(UserError, match="no column"):
        check_and_keep(path, "budget_lines", answers=parsed(["X9=amount"], []))
    with pytest.raises(UserError, match="nothing that a file"):
        check_and_keep(path, "budget_lines", answers=parsed(["AMT=dollars"], []))
    with pytest.raises(UserError, match="which column"):
        parsed(["amount"], [])


def test_answers_about_a_file_with_a_mistake_are_offered_for_the_mended_one(
    workspace: Path, tmp_path: Path
) -> None:
    wrong = budget(tmp_path, FILE.replace("100.50", "1OO.50"))
    first = check_and_keep(wrong, "budget_lines", answers=parsed(["yes"], []))
    assert first.problems and not first.questions
    mended = budget(tmp_path, FILE, "mended.csv")
    asked = check_and_keep(mended, "budget_lines").questions
    assert [each.name for each in asked] == ["as before"]
    assert check_and_keep(mended, "budget_lines", answers=parsed([], ["as before=yes"])).fine


def test_answers_that_leave_a_question_open_are_not_kept(workspace: Path, tmp_path: Path) -> None:
    said = parsed([], ["fiscal years=state"])
    assert check_and_keep(budget(tmp_path), "budget_lines", answers=said).questions
    assert not (workspace / "my_work" / "data" / "own_files.json").exists()


def test_answers_are_kept_by_kind_and_headings_offered_and_never_applied_unasked(
    workspace: Path, tmp_path: Path
) -> None:
    first = budget(tmp_path)
    assert check_and_keep(first, "budget_lines", answers=parsed(["yes"], [])).fine
    kept = workspace / "my_work" / "data" / "own_files.json"
    assert '"AMT": "amount"' in kept.read_text(encoding="utf-8")
    assert "Clinics" not in kept.read_text(encoding="utf-8")
    second = budget(tmp_path, FILE.replace("2026", "2027"), "next.csv")
    result = check_and_keep(second, "budget_lines")
    assert result.table is None
    assert [question.name for question in result.questions] == ["as before"]
    assert check_and_keep(second, "budget_lines", answers=parsed([], ["as before=yes"])).fine
    anew = check_and_keep(second, "budget_lines", answers=parsed([], ["as before=no"]))
    assert [question.name for question in anew.questions] == ["map"]
    other = budget(tmp_path, FILE.replace("Dept Nm", "Bureau Nm"), "other.csv")
    assert [q.name for q in check_and_keep(other, "budget_lines").questions] == ["map"]
    assert "as before" not in {q.name for q in check_and_keep(second, "positions").questions}
    kept.write_text("{broken", encoding="utf-8")
    assert [q.name for q in check_and_keep(second, "budget_lines").questions] == ["map"]


def test_beside_the_offer_only_what_it_leaves_open_is_asked(
    workspace: Path, tmp_path: Path
) -> None:
    text = "Item,AMT this yr,Fund src\nA,100,General\nB,200,Grant\n"
    said = parsed(["yes"], ["fiscal_year=FY2026"])
    assert check_and_keep(budget(tmp_path, text), "budget_lines", answers=said).fine
    second = budget(tmp_path, text, "next.csv")
    asked = check_and_keep(second, "budget_lines").questions
    assert [question.name for question in asked] == ["as before", "fiscal_year"]
    rest = check_and_keep(second, "budget_lines", answers=parsed([], ["as before=yes"])).questions
    assert rest == asked[1:]


KNOWN = "line_id,fiscal_year,amount,Good through\nA1,FY2026,100.50,2027-06-30\n"


@pytest.mark.parametrize("column", ["Good through", "D"])
def test_what_was_said_of_a_column_is_offered_where_the_next_file_needs_no_answer(
    workspace: Path, tmp_path: Path, column: str
) -> None:
    said = parsed([f"{column}=ends"], [])
    first = budget(tmp_path, KNOWN)
    assert check_and_keep(first, "budget_lines").fine
    assert check_and_keep(first, "budget_lines", answers=said).fine
    assert check_and_keep(first, "budget_lines", answers=said).fine, "nothing is asked twice"
    second = budget(tmp_path, KNOWN.replace("2026", "2027"), "next.csv")
    result = check_and_keep(second, "budget_lines")
    assert [question.name for question in result.questions] == ["as before"]
    assert result.table is None
    for answer, days in (("yes", 1), ("no", 0)):
        told = check_and_keep(second, "budget_lines", answers=parsed([], [f"as before={answer}"]))
        assert told.table is not None
        assert int(told.table["ends"].notna().sum()) == days
    assert check_and_keep(second, "budget_lines", answers=parsed(["D=nothing"], [])).fine


def test_labels_that_were_one_in_a_file_are_asked_about_again_in_the_next(
    workspace: Path, tmp_path: Path
) -> None:
    head = "line_id,fiscal_year,program,fund_label,amount\n"
    labels = ("Clinic,General Fund", "Clinics,Gen Fund", "Clinics,General Fund")
    lines = [f"A{at},FY2026,{each},{10**at}\n" for at, each in enumerate(labels)]
    first = budget(tmp_path, head + "".join(lines))
    said = parsed([], ["labels=one"])
    result = check_and_keep(first, "budget_lines", answers=said)
    assert result.fine, as_text(result)
    other = "".join(lines).replace("Clinics", "Epidemiology").replace("Clinic", "Epidemology")
    second = budget(tmp_path, head + other.replace("2026", "2027"), "next.csv")
    offered, *asked = check_and_keep(second, "budget_lines").questions
    assert "labels: one" not in offered.text
    assert [question.name for question in asked] == ["labels"]
    again = check_and_keep(second, "budget_lines", answers=parsed([], ["as before=yes"]))
    assert [question.name for question in again.questions] == ["labels"]


@pytest.mark.parametrize(
    "name", ["whole positions", "percents below 1", "heading rows", "shares beside percents"]
)
def test_what_is_true_of_one_file_alone_is_not_kept(
    name: str, workspace: Path, tmp_path: Path
) -> None:
    said = Answers({"AMT": "amount"}, {"map": "yes", name: "share"})
    assert check_and_keep(budget(tmp_path), "budget_lines", answers=said).fine
    kept = workspace / "my_work" / "data" / "own_files.json"
    assert name not in kept.read_text(encoding="utf-8")


def test_the_command_prints_questions_with_their_flags_and_a_status_of_its_own(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(budget(tmp_path))
    asked = ["data", "check", path, "--as", "budget_lines"]
    assert main(asked) == data.OPEN
    assert '--map "yes"' in capsys.readouterr().out
    assert main([*asked, "--map", "yes"]) == 0
    assert main([*asked, "--map", "AMT"]) == 1
    assert main([*asked, "--answer", "side"]) == 1


def test_the_command_asks_in_a_terminal_until_nothing_is_open(
    workspace: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = iter(["7", "nonsense", "1"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["data", "check", str(budget(tmp_path)), "--as", "budget_lines"]) == 0
    out = capsys.readouterr().out
    assert "Type a number from 1 to" in out
    assert "Fine: 2 rows" in out


def test_enter_alone_stops_the_questions(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", lambda prompt: "")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    path = budget(tmp_path)
    assert main(["data", "check", str(path), "--as", "budget_lines"]) == data.OPEN
    assert path.read_text(encoding="utf-8") == FILE


FTE = CONTRACTS["positions"].field("fte")
MONEY = CONTRACTS["budget_lines"].field("amount")
SHARE = CONTRACTS["budget_lines"].field("equity_share")
YEAR = CONTRACTS["outcomes"].field("year")
NUMBER = Spec("baseline_value", "number", "A value.", "12.5")
ADVICE = [
    ("50%", FTE, 0.5), ("100 %", FTE, 1.0), ("12.5%", FTE, 0.125),
    ("12k", MONEY, 12_000.0), ("$1.2M", MONEY, 1_200_000.0), ("3 thousand", MONEY, 3_000.0),
    ("1234.567", MONEY, 1234.57), ("54%", NUMBER, 54.0), ("2023-2021", YEAR, "2021-2023"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "means"), ADVICE)
def test_every_advice_to_write_something_passes_and_means_the_same(
    text: str, field: Spec, means: object
) -> None:
    cell = read(text, field, Ways("point"))
    assert cell.wrong
    (written,) = re.findall(r"(?:write|as|first:|do:) ([\d.-]*\d)(?=\.?$)", cell.fix, re.I)
    again = read(written, field, Ways("point"))
    assert not again.wrong, again
    assert again.value == means


# What people write in cells, right and wrong, of every sort.
WRITTEN = [
    "50%", "100 %", "12.5%", "250%", "12k", "$1.2M", "3 thousand", "1234.567", "2023-2021", "abc",
    "1.5", "-3", "35", "3/4/26", "13/13/2026", "Feb 30, 2026", "2026", "26", "FY 2025-27", "1,23",
    "1.234", "1,234", "perhaps", "Q1", "12.345%", "1e5", "12:30", "10 DR", "$5", "about 5", "< 5",
    "1-Mar", "0.12345", "101", "½", "5 of 5", "June 2026", "0.1.2", "(5", "--5", "-9999",
]  # fmt: skip


TO_WRITE = re.compile(
    r"(?:write|as|form|first:|do:) (-?\d[\d.,-]*\d|\d)(?![\d.]*\d)(?! percent)(?= |[.;,]|$)", re.I
)


@pytest.mark.parametrize("kind", CONTRACTS)
@pytest.mark.parametrize("text", WRITTEN)
def test_whatever_an_advice_says_to_write_is_read(kind: str, text: str) -> None:
    for field in CONTRACTS[kind].fields:
        cell = read(text, field, Ways("point", "month-first"))
        for form in TO_WRITE.findall(cell.fix):
            again = read(form, field, Ways("point", "month-first"))
            assert not again.wrong, (field.name, cell, again)


@pytest.mark.parametrize("kind", CONTRACTS)
def test_every_form_that_is_given_as_an_example_is_read(kind: str) -> None:
    for field in CONTRACTS[kind].fields:
        cell = read(field.example, field, Ways("point", "month-first"))
        assert not cell.wrong, (field.name, cell)
        for form in re.findall(r"such as (\S+?)[,.]?(?: |$)", field.expected):
            assert not read(form, field, Ways("point")).wrong, (field.name, form)


def look(*rows: list[object], kind: str = "budget_lines", **said: str) -> Result:
    return check(Sheet("b.csv", rows), contract_of(kind), answers=Answers({}, said))


def test_two_funds_in_a_cell_are_refused_and_the_advice_is_true() -> None:
    head: list[object] = ["line_id", "fiscal_year", "amount", "fund"]
    result = look(head, ["L1", "FY2026", "100", "F100/F200"], ["L2", "FY2026", "50", "F100"])
    assert "two funds in one cell" in as_text(result)
    mended = look(head, ["L1a", "FY2026", "60", "F100"], ["L1b", "FY2026", "40", "F200"])
    assert mended.fine


def test_state_and_federal_fiscal_years_are_kept_apart() -> None:
    head: list[object] = ["line_id", "fiscal_year", "amount"]
    rows = [["L1", "SFY 2026", "100"], ["L2", "FFY 2026", "50"]]
    assert [q.name for q in look(head, *rows).questions] == ["fiscal years"]
    for answer, left in (("state", ["L1"]), ("federal", ["L2"])):
        table = look(head, *rows, **{"fiscal years": answer}).table
        assert table is not None
        assert table["line_id"].tolist() == left


def test_repeatable_events_may_outnumber_people_when_the_person_says_so() -> None:
    head: list[object] = ["measure", "year", "group", "events", "denominator"]
    row: list[object] = ["emergency visits for asthma", "2024", "Black", "60", "40"]
    assert [q.name for q in look(head, row, kind="outcomes").questions] == [
        "more events than people"
    ]
    assert look(head, row, kind="outcomes", **{"more events than people": "yes"}).fine
    deaths = look(head, ["deaths", *row[1:]], kind="outcomes")
    assert deaths.problems


def test_a_part_larger_than_its_whole_is_refused_and_all_beside_its_parts_is_told() -> None:
    head: list[object] = ["measure", "year", "group", "events", "denominator"]
    rows: list[list[object]] = [
        ["births", "2024", "All", "30", "300"], ["births", "2024", "Black", "20", "100"],
    ]  # fmt: skip
    told = look(head, *rows, kind="outcomes")
    assert any("beside its parts" in note.text and note.look for note in told.notes)
    assert [str(each) for each in told.sums if each.column == "events"] == [
        "events, year 2024, measure births: 1 number, sum 20"
    ]
    larger = look(head, rows[0], ["births", "2024", "Black", "40", "100"], kind="outcomes")
    assert [problem.rows for problem in larger.problems] == [(3,)]


def test_a_row_that_is_the_sum_of_all_rows_above_it_is_asked_about() -> None:
    head: list[object] = ["line_id", "fiscal_year", "program", "amount", "fund"]
    rows: list[list[object]] = [[f"L{at}", "FY2026", "WIC", str(at * 7), "F1"] for at in (1, 2, 4)]
    result = look(head, *rows, ["L9", "FY2026", "All of us", "49", "F9"])
    assert [(q.name, q.rows) for q in result.questions] == [("totals", (5,))]
    table = look(head, *rows, ["L9", "FY2026", "All of us", "49", "F9"], totals="leave out").table
    assert table is not None
    assert table["amount"].sum() == 49


def test_a_total_that_does_not_agree_with_its_rows_is_told() -> None:
    head: list[object] = ["line_id", "fiscal_year", "amount"]
    result = look(head, ["L1", "FY2026", "100"], ["L2", "FY2026", "50"], ["Total", "", "160"])
    (note,) = (note for note in result.notes if "apart" in note.text)
    assert note.look
    assert "10.00 apart" in note.text


def test_original_and_revised_budgets_are_asked_about() -> None:
    head: list[object] = ["line_id", "fiscal_year", "Original Budget", "Revised Budget"]
    row: list[object] = ["L1", "FY2026", "100", "120"]
    (question,) = look(head, row).questions
    assert [choice.answer for choice in question.choices] == ["Original Budget", "Revised Budget"]
    table = look(head, row, amount="Revised Budget").table
    assert table is not None
    assert table["amount"].tolist() == [120]


def test_no_sentence_ends_with_two_full_stops() -> None:
    assert str(Note("kept as Dr.")) == "kept as Dr."
    for contract in CONTRACTS.values():
        for field in contract.fields:
            said = str(
                Problem((1,), field.name, "x", f"a column for it: {field.meaning}", "Do it.")
            )
            assert ".." not in said
            assert ".." not in field.expected
