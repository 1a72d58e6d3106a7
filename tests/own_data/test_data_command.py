"""``groundwork data``: kinds, templates and the check, with their exit status."""

from pathlib import Path

import pytest

from groundwork.command.main import main
from groundwork.subject.own_data.contracts import CONTRACTS

GOOD = 'Line No,FY,Amount ($),End Date,Restriction,Recurrence\nA-1,2026,"$1,200.50",,,=x\n'


def test_kinds_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["data", "kinds"]) == 0
    out = capsys.readouterr().out
    assert all(kind in out for kind in CONTRACTS)


def test_a_template_comes_with_its_dictionary_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "my positions.csv"
    assert main(["data", "template", "positions", "--to", str(path)]) == 0
    header = path.read_text(encoding="utf-8-sig")
    assert header.strip().split(",")[:3] == ["position_id", "title", "unit"]
    words = (tmp_path / "my positions_dictionary.md").read_text(encoding="utf-8")
    for field in CONTRACTS["positions"].fields:
        assert f"| {field.name} |" in words
    path.write_text("mine", encoding="utf-8")
    assert main(["data", "template", "positions", "--to", str(path)]) == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert "is there already" in capsys.readouterr().err
    assert main(["data", "template", "positions", "--to", str(tmp_path / "x.pdf")]) == 1
    assert main(["data", "template", "postions"]) == 1
    assert 'Did you mean "positions"?' in capsys.readouterr().err


def test_a_check_says_0_when_fine_and_1_when_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, tidy = tmp_path / "b.csv", tmp_path / "tidy.csv"
    path.write_text(GOOD, encoding="utf-8")
    asked = ["data", "check", str(path), "--as", "budget-lines", "--save", str(tidy)]
    assert main(asked) == 1
    out = capsys.readouterr().out
    assert 'b.csv, row 2, column F "Recurrence"' in out
    assert not tidy.exists()
    path.write_text(GOOD.replace("=x", "-odd"), encoding="utf-8")
    assert main(asked) == 0
    out = capsys.readouterr().out
    assert '"$1,200.50" is 1200.5' in out
    assert tidy.read_text(encoding="utf-8-sig") == (
        "line_id,fiscal_year,amount,ends,restriction,recurrence\nA-1,FY2026,1200.5,,,'-odd\n"
    )
    assert main(asked) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["data", "check", str(tidy), "--as", "budget_lines"]) == 0


def test_a_file_that_cannot_be_read_is_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["data", "check", str(tmp_path / "no.csv"), "--as", "outcomes"]) == 1
    assert "There is no file" in capsys.readouterr().err
