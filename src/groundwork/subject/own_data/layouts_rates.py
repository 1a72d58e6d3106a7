"""Rates and estimates of places by the National Center for Health Statistics, as it writes them."""

import re

from groundwork.subject.own_data.layout import File, Known, one_of, rest_aside
from groundwork.subject.own_data.report import Note

_LIMITS = (("lower confidence limit", "lower"), ("upper confidence limit", "upper"))


def rates(file: File) -> Known | None:
    """Rates of places that a model smooths, life expectancy, and the Household Pulse Survey."""
    return _pulse(file) or _life_expectancy(file) or _by_county(file)


def _with_roles(known: Known, file: File, roles: tuple[tuple[str, str], ...]) -> Known:
    for heading, role in roles:
        column = file.place(heading)
        if column:
            known.roles[column.at] = role
    return known


def _by_county(file: File) -> Known | None:
    """Deaths from drug poisoning and births to teenagers, one row a county and year."""
    limits = all(file.place(heading) for heading, _ in _LIMITS)
    if not limits or not file.place("county") or not file.place("year"):
        return None
    for heading, measure, unit in (
        ("model based death rate", "deaths from drug poisoning", "per 100,000 people"),
        ("birth rate", "births to women of 15 to 19", "per 1,000 women"),
    ):
        value = file.place(heading)
        if value and (heading != "birth rate" or file.place("combined fips code")):
            known = Known("rates of counties from a model of the National Center for Health "
                          "Statistics")  # fmt: skip
            known.typed |= {"measure": measure, "unit": unit, "group": "All"}
            known.notes.append(Note(f"every row is {measure} {unit}, of all of them: group is All"))
            roles = (("year", "year"), ("county", "district"), (heading, "value"), *_LIMITS)
            return rest_aside(_with_roles(known, file, roles), file.columns)
    return None


def _life_expectancy(file: File) -> Known | None:
    """Life expectancy of census tracts (USALEEP), which is of the years 2010 to 2015."""
    value, tract = file.place("life expectancy"), file.place("census tract number")
    county, state = file.place("county"), file.place("state")
    if value is None or tract is None or county is None or state is None:
        return None
    known = Known("life expectancy of census tracts (USALEEP) of the National Center for Health "
                  "Statistics")  # fmt: skip
    county.put(
        [
            f"{place}, tract {number}" if number else f"{of}, statewide"
            for place, number, of in zip(county.shown, tract.shown, state.shown, strict=True)
        ]
    )
    known.roles |= {value.at: "value", county.at: "district"}
    known.typed |= {"measure": "life expectancy at birth", "unit": "years"}
    known.typed |= {"group": "All", "year": "2010-2015"}
    known.notes.append(Note("its publisher counts the years 2010 to 2015; the group is All"))
    known.notes.append(Note(f"{county.name} was joined with {tract.name}"))
    return rest_aside(known, file.columns)


def _pulse(file: File) -> Known | None:
    """Indicators of the Household Pulse Survey: a row an indicator, group and time of some days."""
    times = file.place("time period label")
    group, subgroup = file.place("group"), file.place("subgroup")
    if times is None or group is None or subgroup is None or not file.place("indicator"):
        return None
    known = Known("indicators of the Household Pulse Survey")
    said = one_of(known, file, times, "time")
    years = re.findall(r"\b20\d\d\b", said)
    if years:
        known.typed["year"] = years[-1]
        known.notes.append(Note(f'year is {years[-1]}: the rows are those of "{said}"'))
    known.typed["unit"] = "percent"
    roles = (("indicator", "measure"), ("state", "district"), ("value", "value"),
             ("low ci", "lower"), ("high ci", "upper"))  # fmt: skip
    known.together = [group, subgroup]
    rest = [column for column in file.columns if column not in known.together]
    return rest_aside(_with_roles(known, file, roles), rest)
