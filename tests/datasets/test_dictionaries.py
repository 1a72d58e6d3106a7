"""Every file of data has a dictionary that is true of it and that nothing generated contradicts."""

import json
from pathlib import Path

import pytest
from table_schema import problems

from groundwork.authoring import datasets as authoring
from groundwork.learner import datasets

FOLDER = Path(__file__).parents[2] / "datasets"
NAMES = datasets.names(FOLDER)


def resource(name: str) -> dict:
    path = datasets.describe(name, FOLDER).path
    package = json.loads((path.parent / "datapackage.json").read_text(encoding="utf-8"))
    return next(entry for entry in package["resources"] if entry["name"] == name)


def test_every_csv_file_has_a_dictionary() -> None:
    described = {datasets.describe(name, FOLDER).path for name in NAMES}
    assert described == set(FOLDER.rglob("*.csv"))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_keeps_to_its_schema(name: str) -> None:
    found = list(problems(datasets.describe(name, FOLDER).path, resource(name)["schema"]))
    assert not found, "\n".join(found[:10])


@pytest.mark.parametrize("name", NAMES)
def test_a_dictionary_says_what_a_person_has_to_know(name: str) -> None:
    words = datasets.describe(name, FOLDER)
    assert words.title
    assert words.license
    assert words.limits
    assert words.sources
    assert words.years
    assert words.as_of.year >= 2026
    assert all(field.description for field in words.fields)


def test_what_is_generated_is_up_to_date() -> None:
    """Also runs the generators of the invented places and compares it byte for byte."""
    assert authoring.generate(check=True) == []


def test_a_changed_number_makes_the_dictionary_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "datasets"
    copy.mkdir()
    for path in FOLDER.glob("*.*"):
        (copy / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(authoring, "ROOT", tmp_path)
    monkeypatch.setattr(authoring, "DATASETS", copy)
    assert authoring.generate(check=True) == []
    changed = copy / "poverty.csv"
    changed.write_text(changed.read_text(encoding="utf-8").replace("10.5", "10.6"), "utf-8")
    assert authoring.generate(check=True) == ["datasets/datapackage.json"]
    assert authoring.generate() == ["datasets/datapackage.json"]
    assert authoring.generate(check=True) == []


def test_the_schema_check_notices_what_it_should(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("id,n,day,word\na,1,2026-01-01,x\na,-1,2026-13-01,z\n,1.5,,\n", "utf-8")
    schema = {
        "fields": [
            {"name": "id", "type": "string", "constraints": {"required": True}},
            {"name": "n", "type": "integer", "constraints": {"minimum": 0}},
            {"name": "day", "type": "date"},
            {"name": "word", "type": "string", "constraints": {"enum": ["x", "y"]}},
        ],
        "primaryKey": ["id"],
        "missingValues": [""],
    }
    assert list(problems(path, schema)) == [
        "row 3, n: '-1' is out of bounds",
        "row 3, day: '2026-13-01' is no date",
        "row 3, word: 'z' is not one of the allowed values",
        "row 3: the key ('a',) is there twice",
        "row 4, id: '' is missing",
        "row 4, n: '1.5' is no integer",
    ]
