"""Read a data set of the course together with its dictionary: source, year, license and limits.

The dictionary of a file is its resource in the `datapackage.json` beside it (Data Package
standard, https://datapackage.org), so that other software reads the same words.
"""

import functools
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypedDict

import pandas as pd

from groundwork.learner import workspace
from groundwork.subject.days import in_words
from groundwork.subject.errors import UserError

FILE = "datapackage.json"
INVENTED = "made-up data, no real people"


@dataclass(frozen=True)
class Column:
    """One column: its type in Table Schema's words, what it means and in which unit it counts."""

    name: str
    type: str
    description: str
    unit: str = ""
    allowed: tuple[str, ...] = ()


class Below(TypedDict):
    """What stands below each chart of a data set."""

    source: str
    counted: str
    limits: str


@dataclass(frozen=True)
class Dictionary:
    """What a person has to know before using a data set.

    `place` is the invented place, such as "Riverbend County (invented)", and empty for true data.
    `counted` says who is in the figures, and `beside` which limits stand beside every chart of
    them; both are empty for a data set that no lesson shows.
    """

    name: str
    title: str
    path: Path
    sources: tuple[str, ...]
    years: str
    as_of: date
    license: str
    limits: tuple[str, ...]
    counted: str
    beside: str
    fields: tuple[Column, ...]
    invented: bool
    place: str = ""

    @property
    def citation(self) -> str:
        """The publications, or that the data are invented, without years and dates."""
        return f"{self.place}: {INVENTED}" if self.invented else "; ".join(self.sources)

    def source_line(self, rows: pd.DataFrame | None = None) -> str:
        """Return the line to print under a table or chart.

        Parameters
        ----------
        rows
            The rows shown, as `read` gives them. Then the line names only their sources and years,
            and says so when a figure was read second-hand.

        Raises
        ------
        UserError
            When there is no row.
        """
        told = in_words(self.as_of)
        if self.invented:
            return f"{self.citation}. Made on {told}."
        sources, years, second_hand = self.sources, self.years, False
        if rows is not None and rows.empty:
            raise UserError(
                f"No row of {self.name} is left, so there is nothing to show.",
                "Its words may have changed since this page was written: "
                f'look at datasets.read("{self.name}"), or open the new version of this page '
                "beside it.",
            )
        if rows is not None:
            sources = tuple(dict.fromkeys(rows["source"] + ", " + rows["publisher"]))
            periods = rows.sort_values("year", kind="stable")["period"]
            first, last = periods.iloc[0], periods.iloc[-1]
            years = first if first == last else f"{first} to {last}"
            second_hand = bool(rows["checked"].eq("secondary").any())
        line = f"Source: {'; '.join(sources)}. Data: {years}. Checked {told}."
        return (
            f"{line} Read second-hand: look it up before you publish it." if second_hand else line
        )

    def below_a_chart(self, rows: pd.DataFrame | None = None) -> Below:
        """Return what stands below each chart of this data set: source, who is counted, limits.

        Parameters
        ----------
        rows
            The rows shown, as for `source_line`.
        """
        return Below(source=self.source_line(rows), counted=self.counted, limits=self.beside)


def names(folder: Path | None = None) -> list[str]:
    """Return the name of every data set of the workspace, in alphabetical order."""
    return sorted(_resources(folder))


def describe(name: str, folder: Path | None = None) -> Dictionary:
    """Return the dictionary of a data set.

    Parameters
    ----------
    name
        Name of the data set: its file name without `.csv`.
    folder
        The `datasets` folder; by default that of the workspace.

    Raises
    ------
    UserError
        When there is no data set of that name; it lists those there are.
    """
    path, resource = _resource(name, folder)
    return Dictionary(
        name=name,
        title=resource["title"],
        path=path,
        sources=tuple(source["title"] for source in resource["sources"]),
        years=resource["years"],
        as_of=date.fromisoformat(resource["asOf"]),
        license=resource["licenses"][0]["title"],
        limits=tuple(resource["limits"]),
        counted=resource["counted"],
        beside=resource["beside"],
        fields=tuple(_field(field) for field in resource["schema"]["fields"]),
        invented=resource["invented"],
        place=resource["place"],
    )


def read(name: str, folder: Path | None = None) -> pd.DataFrame:
    """Return a data set, each column with the type that its dictionary gives.

    Whole numbers are `int64` (`Int64` where the column has blanks), other numbers `float64`, dates
    `datetime64`, everything else text. Blank cells are missing.

    Parameters
    ----------
    name
        Name of the data set: its file name without `.csv`.
    folder
        The `datasets` folder; by default that of the workspace.

    Raises
    ------
    UserError
        When there is no data set of that name, or its file is gone or was changed so that a value
        no longer fits its column.
    """
    path, resource = _resource(name, folder)
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(
            f"The file {path} is missing.", "Prepare the workspace again to bring it back."
        ) from error
    return _table(path.name, content, json.dumps(resource["schema"])).copy()


@functools.lru_cache(maxsize=32)
def _table(file: str, content: bytes, says: str) -> pd.DataFrame:
    """Read a file as its schema says; one that is the same to the last byte is read once."""
    schema = json.loads(says)
    table = pd.read_csv(
        io.BytesIO(content), dtype=str, keep_default_na=False, na_values=schema["missingValues"]
    )
    for field in schema["fields"]:
        try:
            table[field["name"]] = _typed(table[field["name"]], field)
        except (KeyError, ValueError) as error:
            raise UserError(
                f"{file}: the column {field['name']} should hold a {field['type']} in each "
                f"row, as its dictionary says. Found: {error}",
                "Undo the change to the file, or keep your own version under another name.",
            ) from error
    return table


def _typed(column: "pd.Series[Any]", field: Mapping[str, Any]) -> "pd.Series[Any]":
    """The text of one column as the type of its field."""
    match field["type"]:
        case "integer":
            return pd.to_numeric(column).astype("Int64" if column.isna().any() else "int64")
        case "number":
            return pd.to_numeric(column).astype("float64")
        case "date":
            return pd.to_datetime(column, format="%Y-%m-%d")
    return column


def _field(field: Mapping[str, Any]) -> Column:
    return Column(
        name=field["name"],
        type=field["type"],
        description=field["description"],
        unit=field.get("unit", ""),
        allowed=tuple(str(value) for value in field.get("constraints", {}).get("enum", ())),
    )


def _resources(folder: Path | None) -> dict[str, tuple[Path, dict[str, Any]]]:
    """Each data set by name: its file and its resource in the package beside it."""
    folder = folder or workspace.find() / "datasets"
    found = {}
    for package in (folder / FILE, *sorted(folder.glob(f"*/{FILE}"))):
        if package.exists():
            for resource in _told(package.read_text(encoding="utf-8")):
                found[resource["name"]] = (package.parent / resource["path"], resource)
    if not found:
        raise UserError(
            f"No data set was found in {folder}.", "Prepare the workspace again to bring them back."
        )
    return found


@functools.lru_cache(maxsize=8)
def _told(package: str) -> list[dict[str, Any]]:
    """Return the resources of a package, each with the place that it is made up for."""
    said = json.loads(package)
    place = said["title"] if said["invented"] else ""
    return [{**resource, "place": place} for resource in said["resources"]]


def _resource(name: str, folder: Path | None) -> tuple[Path, dict[str, Any]]:
    found = _resources(folder)
    if name in found:
        return found[name]
    near = get_close_matches(name.removesuffix(".csv"), found, n=1)
    fix = f'Did you mean "{near[0]}"? ' if near else ""
    raise UserError(
        f'There is no data set "{name}".', f"{fix}There are: {', '.join(sorted(found))}."
    )
