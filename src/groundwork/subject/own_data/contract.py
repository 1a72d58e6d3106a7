"""What one column and one kind of file must hold, as records."""

from dataclasses import dataclass
from functools import cached_property

from groundwork.subject.own_data.wording import simple

# What a cell of each kind must hold, as a person would say it.
EXPECTED = {
    "text": "words",
    "choice": "one of the words of this column",
    "yes or no": "yes or no",
    "money": "dollars and cents such as 1234.56",
    "share": "a share from 0 to 1, such as 0.35",
    "number": "a number such as 12.5",
    "whole": "a whole number such as 12",
    "years": "a year such as 2025, or years counted together such as 2021-2023",
    "day": "a day such as 2026-06-30",
    "fiscal year": "a fiscal year such as FY2026",
}

NUMERIC = ("money", "share", "number", "whole")


@dataclass(frozen=True)
class Spec:
    """One column: what it is called, what stands in it, and what may be done to read it.

    ``kind`` is a key of `EXPECTED`. ``required`` is about the column, ``filled`` about each cell.
    ``words`` are pairs of what people write and what it stands for. ``down`` allows a label that
    stands only on the first row of its group to be filled down. ``code`` marks ids and account
    codes, ``positions`` columns that hold titles and must not hold people's names, ``month`` which
    day of a month is meant when a date names none, ``hidden`` marks that stand for a hidden count.
    ``numbered`` ids are made from the rows of the file when it has none, ``typed`` values can be
    said once for a whole file, ``parts`` are numbers of which 1 is the whole, ``percents`` may
    be written with a percent sign, which then says their unit, and ``words_like`` are single words
    that often stand in headings of the field: with them a column is proposed, never taken. Where
    numbers are to be multiplied, ``finer`` ones are read than count. A menu of many columns shows
    each ``section`` of them apart. A ``lenient`` column is read without the cells that cannot be:
    they are left empty and told, and keep no other row from being used.
    """

    name: str
    kind: str
    meaning: str
    example: str
    required: bool = False
    filled: bool = False
    called: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    down: bool = False
    code: bool = False
    positions: bool = False
    month: str = ""
    least: float | None = None
    most: float | None = None
    hidden: tuple[str, ...] = ()
    numbered: bool = False
    typed: bool = False
    parts: bool = False
    percents: bool = False
    words_like: tuple[str, ...] = ()
    finer: bool = False
    section: str = ""
    lenient: bool = False

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """What counts in the headings that mean it beyond doubt, its own name first."""
        return tuple(map(simple, (self.name, *self.called)))

    @cached_property
    def likely(self) -> frozenset[str]:
        """What counts in single words of headings that may mean it."""
        return frozenset(map(simple, self.words_like))

    @property
    def expected(self) -> str:
        """What a cell must hold, in words."""
        if self.kind == "choice":
            return "one of: " + ", ".join(dict.fromkeys(value for _, value in self.words))
        limits = EXPECTED[self.kind]
        if self.kind in ("number", "whole") and self.most is not None:
            # An example must lie within the limits that follow it.
            limits = f"{limits.rpartition(' ')[0]} {self.example}"
        if self.least is not None and self.most is not None and self.kind != "share":
            return f"{limits}, from {self.least:g} to {self.most:g}"
        if self.least is not None and self.kind != "share":
            return f"{limits}, {self.least:g} or more"
        return limits


INVENTED = Spec("invented", "text", "Says in every row that the data are made up.", "")


@dataclass(frozen=True)
class Contract:
    """One kind of file. ``key`` are the columns that tell its rows apart.

    ``in_order`` are two days, the first of which must not come after the second. With a
    ``question`` each further column whose answers fit it is taken as a question of a survey.
    ``one_of`` are columns of which there must be at least one. ``made_empty`` are columns that the
    table gets even when the file has none, because what is computed from it looks for them.
    ``values`` is the column that takes what stands in columns of several years side by side, and
    ``period`` the one that takes their years.
    """

    kind: str
    title: str
    one_row: str
    key: tuple[str, ...]
    fields: tuple[Spec, ...]
    cautions: tuple[str, ...] = ()
    in_order: tuple[str, str] | None = None
    question: Spec | None = None
    one_of: tuple[str, ...] = ()
    made_empty: tuple[str, ...] = ()
    values: str = ""
    period: str = ""

    @cached_property
    def headings(self) -> dict[str, Spec]:
        """Each heading that means a field beyond doubt; a field's own name comes first."""
        known = {simple(each.name): each for each in (INVENTED, *self.fields)}
        for each in self.fields:
            for words in each.headings:
                known.setdefault(words, each)
        return known

    def field(self, name: str) -> Spec:
        """Give a field by its name."""
        return next(field for field in self.fields if field.name == name)


def same(*words: str) -> tuple[tuple[str, str], ...]:
    """Choices that stand for themselves."""
    return tuple((word, word) for word in words)


FISCAL_YEAR = Spec(
    "fiscal_year",
    "fiscal year",
    "The fiscal year, named for the calendar year in which it ends.",
    "FY2026",
    filled=True,
    called=(
        "FY",
        "fiscal yr",
        "fisc year",
        "budget year",
        "budget period",
        "BFY",
        "SFY",
        "FFY",
        "fiscal period",
    ),
    down=True,
    typed=True,
    words_like=("fy", "fiscal", "year", "yr", "period"),
)
UNIT_CALLED = ("dept", "department", "division", "section", "work unit", "org unit")
