"""Each invented place says that it is invented, in every file, and is made again byte for byte."""

import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.learner import datasets

FOLDER = Path(__file__).parents[2] / "datasets"
# Folder, the front of its files' names, the place in each row, and the tables written by hand.
PLACES = {
    "riverbend_county_invented": (
        "riverbend_invented_",
        "Riverbend County (invented)",
        {"riverbend_invented_metrics_register"},
    ),
    "three_creeks_district_invented": (
        "three_creeks_invented_",
        "Three Creeks Health District (invented)",
        set(),
    ),
}
NAMES = [name for name in datasets.names(FOLDER) if datasets.describe(name, FOLDER).invented]


@pytest.mark.parametrize("name", NAMES)
def test_an_invented_file_says_so_in_its_name_its_header_and_every_row(name: str) -> None:
    words = datasets.describe(name, FOLDER)
    front, place, _ = PLACES[words.path.parent.name]
    assert name.startswith(front)
    rows = datasets.read(name, FOLDER)
    assert rows.columns[0] == "invented"
    assert rows["invented"].eq(place).all()
    assert words.place == place
    assert words.citation.startswith(place)
    assert "(invented)" in words.title
    assert "(invented)" in words.sources[0]


def test_no_true_file_is_in_an_invented_folder_and_none_outside_them() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.name.endswith("_invented")} == set(
        PLACES
    )
    inside = {path.stem for folder in PLACES for path in (FOLDER / folder).glob("*.csv")}
    assert inside == set(NAMES)


@pytest.mark.parametrize("folder", PLACES)
def test_a_generator_gives_the_same_bytes_from_any_folder(folder: str, tmp_path: Path) -> None:
    made = tmp_path / "a b é"
    made.mkdir()
    command = [sys.executable, "-B", str(FOLDER / folder / "generate.py"), "--into", str(made)]
    subprocess.run(command, check=True, cwd=tmp_path)
    front, _, by_hand = PLACES[folder]
    kept = {path.name for path in (FOLDER / folder).glob(f"{front}*.csv")}
    names = {path.name for path in made.iterdir()}
    assert names == kept - {f"{name}.csv" for name in by_hand}
    for name in names:
        assert (made / name).read_bytes() == (FOLDER / folder / name).read_bytes(), name
