"""Compute the figures that the head of a text names, from data sets and from each other.

In the head::

    figures:
      black: {data: infant_mortality, where: {group: "Black, non-Hispanic", year: 2021}}
      white: {data: infant_mortality, where: {group: "White, non-Hispanic", year: 2021}}
      gap: black - white
      tracts: {data: redlining, where: "unit == 'tracts'", take: sum}

`where` is a row's values, or a condition as pandas reads it; `column` is `value` unless said;
`take` is one (there must be one row, or rows that agree), sum, count, least or most.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from groundwork.authoring import formula
from groundwork.authoring.figures.formats import Figure
from groundwork.authoring.source.near import near
from groundwork.learner import datasets
from groundwork.subject.errors import UserError

KEYS = {"data", "where", "column", "take"}
TAKES = ("one", "sum", "count", "least", "most")
Report = Callable[[int, str], None]


class FigureError(ValueError):
    """A figure cannot be computed.

    `figure` is the one at fault: of a formula, that of its figures which cannot be computed. It is
    "" where a text names a figure that nobody defined.
    """

    figure = ""


@dataclass
class Values:
    """The figures of a text, computed when they are asked for.

    Parameters
    ----------
    defined
        What the head says of each figure.
    folder
        The folder of the data sets.
    key_of
        Returns the key of a publication from its title and publisher in a data set, or None.
    """

    defined: Mapping[str, Any]
    folder: Path
    key_of: Callable[[str, str], str | None]
    _known: dict[str, Figure] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)  # those that are being computed

    @cached_property
    def _stamp(self) -> int:
        """When the data sets were changed last, so that a page that is watched sees it."""
        files = (*self.folder.rglob("*.csv"), *self.folder.rglob("datapackage.json"))
        return max((path.stat().st_mtime_ns for path in files), default=0)

    def figure(self, name: str) -> Figure:
        """Return a figure.

        Raises
        ------
        FigureError
            When it is not defined, or cannot be computed.
        """
        if name in self._known:
            return self._known[name]
        if name not in self.defined:
            raise FigureError(
                f"there is no figure {name!r}. There are: {', '.join(self.defined) or 'none'}"
            )
        if name in self._open:
            raise FigureError(f"{name} needs itself: {' → '.join([*self._open, name])}")
        self._open.append(name)
        try:
            said = self.defined[name]
            made = self._from_data(name, said) if isinstance(said, Mapping) else self._formula(name)
        except FigureError as error:
            error.figure = error.figure or name
            raise
        finally:
            self._open.pop()
        self._known[name] = made
        return made

    def sources_of(self, data: str, where: str = "") -> tuple[str, ...]:
        """Return the keys of the publications behind a data set, or behind some of its rows.

        Raises
        ------
        FigureError
            When there is no such data set, the condition is not understood, or a publication is
            not in the bibliography.
        """
        rows, _, about = self._rows(data, {"data": data, **({"where": where} if where else {})})
        return () if about.invented else self._sources(data, rows)

    def _from_data(self, name: str, said: Mapping[str, Any]) -> Figure:
        take = said.get("take", "one")
        if set(said) - KEYS or "data" not in said or take not in TAKES:
            raise FigureError(
                f"{name} needs data, and may have where, column and take ({', '.join(TAKES)}); "
                f"it has {', '.join(f'{key}: {value}' for key, value in said.items())}"
            )
        rows, raw, about = self._rows(name, said)
        column = said.get("column", "value")
        if take != "count" and column not in rows:
            raise FigureError(f"{name}: {said['data']} has no column {column!r}")
        if not len(rows):
            raise FigureError(
                f"{name}: no row of {said['data']} is so: {said.get('where')}{self._unknown(said)}"
            )
        period = rows.get("period", rows.get("fiscal_year", pd.Series(dtype=str)))
        shared: dict[str, Any] = {
            "period": str(period.iloc[0]) if period.nunique() == 1 else "",
            "sources": () if about.invented else self._sources(name, rows),
        }
        if take == "count":
            return Figure(name, Fraction(len(rows)), decimals=0, **shared)
        texts = raw[column].tolist()
        if any(not text for text in texts):
            raise FigureError(f"{name}: {column} is blank in a row of {said['data']}")
        unit = next((each.unit for each in about.fields if each.name == column), "")
        if "unit" in rows and rows["unit"].nunique() == 1:
            unit = unit or str(rows["unit"].iloc[0])
        shared["unit"] = unit
        if take == "one":
            if len(set(texts)) > 1:
                raise FigureError(
                    f"{name}: {len(texts)} rows of {said['data']} are so and differ "
                    f"({', '.join(texts[:3])} …). Say more in where, or take: sum"
                )
            return Figure(name, _exact(texts[0]), texts[0], _decimals(texts[0]), **shared)
        numbers = [_exact(text) for text in texts]
        known = [number for number in numbers if number is not None]
        if len(known) < len(numbers):
            raise FigureError(f"{name}: {column} of {said['data']} is no number")
        value = {"sum": sum(known, Fraction(0)), "least": min(known), "most": max(known)}[take]
        return Figure(name, value, decimals=max(map(_decimals, texts)), **shared)

    def _rows(
        self, name: str, said: Mapping[str, Any]
    ) -> tuple[pd.DataFrame, pd.DataFrame, datasets.Dictionary]:
        """Return the rows that a figure is of, typed and as they are printed."""
        try:
            table, raw, about = _table(str(said["data"]), self.folder, self._stamp)
        except UserError as error:
            raise FigureError(f"{name}: {error}") from None
        where = said.get("where", {})
        try:
            if isinstance(where, Mapping):
                rows = table
                for column, wanted in where.items():
                    rows = rows[rows[column].eq(wanted)]
            else:
                rows = table.query(where, engine="python")
        except Exception as error:  # pandas raises many kinds for a condition it cannot read
            raise FigureError(f"{name}: where is not understood: {error}") from None
        return rows, raw.loc[rows.index], about

    def _unknown(self, said: Mapping[str, Any]) -> str:
        """Say which value no row has, and the nearest that one has."""
        _, raw, _ = _table(str(said["data"]), self.folder, self._stamp)
        where = said.get("where", {})
        for column, wanted in where.items() if isinstance(where, Mapping) else ():
            there = {str(each) for each in raw[column]}
            if str(wanted) not in there:
                return f". No {column} is {wanted}{near(str(wanted), there)}"
        return ""

    def _sources(self, name: str, rows: pd.DataFrame) -> tuple[str, ...]:
        keys: dict[str, None] = {}
        for source, publisher in zip(rows["source"], rows["publisher"], strict=True):
            key = self.key_of(str(source), str(publisher))
            if key is None:
                raise FigureError(f"{name}: {source!r} of {publisher} is not in the bibliography")
            keys[key] = None
        return tuple(keys)

    def _formula(self, name: str) -> Figure:
        said = str(self.defined[name])
        try:
            parts = [self.figure(part) for part in formula.names(said)]
            numbers = {part.name: part.value for part in parts if part.value is not None}
            if no_number := [part.name for part in parts if part.value is None]:
                raise FigureError(f"{name}: {no_number[0]} is no number")
            value = formula.compute(said, numbers)
        except formula.NoFormulaError as error:
            raise FigureError(f"{name}, {said!r}: {error}") from None
        periods = {part.period for part in parts}
        units = {part.unit for part in parts}
        exact = formula.only_adds(said)
        limits = [part.decimals for part in parts if part.decimals is not None]
        return Figure(
            name,
            value,
            decimals=max(limits) if exact and limits else None,
            unit=units.pop() if exact and len(units) == 1 else "",
            period=periods.pop() if len(periods) == 1 else "",
            sources=tuple(dict.fromkeys(key for part in parts for key in part.sources)),
        )


@lru_cache(maxsize=64)
def _table(
    name: str, folder: Path, _stamp: int
) -> tuple[pd.DataFrame, pd.DataFrame, datasets.Dictionary]:
    """Return a data set typed and as it is printed, and its dictionary; read once for all texts."""
    about = datasets.describe(name, folder)
    raw = pd.read_csv(about.path, dtype=str, keep_default_na=False)
    return datasets.read(name, folder), raw, about


def _exact(text: str) -> Fraction | None:
    try:
        return Fraction(text)
    except ValueError:
        return None


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])
