"""Write invented tables as CSV, with the word "invented" in each name and in each row."""

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = dict[str, object]


def dollars(cents: int) -> str:
    """Cents as dollars with two decimals."""
    return f"{cents // 100}.{cents % 100:02d}"


def cents_of(row: Mapping[str, object]) -> int:
    """The amount of a row in cents."""
    return round(float(str(row["amount"])) * 100)


def write(folder: Path, place: str, front: str, tables: Mapping[str, Sequence[Row]]) -> None:
    """Write each table to `front_NAME.csv`, the place in its first column."""
    for name, rows in tables.items():
        path = folder / f"{front}_{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["invented", *rows[0]], lineterminator="\n")
            writer.writeheader()
            writer.writerows({"invented": place, **row} for row in rows)


def folder_of(words: str, beside: str, arguments: Sequence[str] | None) -> Path:
    """Read the command line of a generator: the folder to write into."""
    parser = argparse.ArgumentParser(description=words.splitlines()[0])
    parser.add_argument("--into", type=Path, default=Path(beside).parent, metavar="FOLDER")
    into: Path = parser.parse_args(arguments).into
    return into
