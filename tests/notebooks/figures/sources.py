"""What the tables of figures share: the data sets, and the words for what is no figure."""

from pathlib import Path

import pandas as pd

from figures.in_text import Held, held
from groundwork.learner import datasets

FOLDER = Path(__file__).parents[3] / "datasets"
RIVERBEND = "the files of Riverbend County (invented)"
BLACK, WHITE = "Black, non-Hispanic", "White, non-Hispanic"
NATIVE = "American Indian or Alaska Native, non-Hispanic"
PACIFIC = "Native Hawaiian or Other Pacific Islander, non-Hispanic"
OPTION = "nothing: it is a wrong option"
SCALE = "nothing: it is a step of the scale"
LEVEL = held("95 %", "nothing: it is the level of an interval")
HOLC = held("the 1930s", "the years of the HOLC maps: Nardone 2020, abstract")
TRACT = held("about 4,000 people", "Census Bureau, Geographic Terms and Concepts: the best size")

Table = dict[str, list[Held]]


def read(name: str) -> pd.DataFrame:
    """Return a data set."""
    return datasets.read(name, FOLDER)


def riverbend(name: str) -> pd.DataFrame:
    """Return a data set of the invented county."""
    return read(f"riverbend_invented_{name}")


def infants(year: int) -> pd.Series:
    """Return infant mortality by group, deaths per 1,000 births."""
    return read("infant_mortality").query("year == @year").set_index("group")["value"]


def day(date: pd.Timestamp) -> str:
    """Write a day as the lessons do: June 30, 2027."""
    return f"{date:%B} {date.day}, {date.year}"
