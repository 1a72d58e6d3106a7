"""A list of records in a real table: add, edit, remove; saved after every step."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import count
from typing import Any

from groundwork.learner.artifacts import Artifact, refuse_stale
from groundwork.learner.papers.model import Paper
from groundwork.learner.papers.workbook import Workbook
from groundwork.screen.widgets.fields import KINDS, Field, Record, Said, complete, so_far
from groundwork.screen.widgets.kept import ADVICE, KeptWidget
from groundwork.screen.widgets.papers import Desk
from groundwork.subject.errors import UserError

FILE = "file"  # in a kept record: the file that it was taken from
NOT_READ = "not_read"  # and the fields that no column of it was read as


@dataclass(frozen=True)
class FromFile:
    """Records of a file that can be taken into the list, and what the button says.

    ``not_read`` are fields that no column of the file was read as: a paper says so.
    """

    file: str
    words: str
    rows: tuple[Record, ...]
    not_read: tuple[str, ...] = ()


class RecordList(KeptWidget):
    """A list of records that the learner keeps.

    Parameters
    ----------
    name
        The artifact's name.
    fields
        The columns; the first names the record.
    title
        The table's caption and the heading of the saved page; default is the name.
    one
        What one record is called, as in "Add a decision".
    start
        Records to begin with when nothing is saved.
    check
        Called with all records before they are kept; raises a UserError to refuse them.
    on_change
        Called with all records after every change, and once when kept ones come back.
    paper
        Makes a paper of all records; without it the list has none.
    workbook
        Makes a workbook of all records, for the same desk.
    renamed
        Called after another name was told there for the work that the paper counts.
    beside
        Returns what the paper holds besides the records: with it no paper is empty.
    record
        What is said of public records, before anything is written.
    look
        Says of a record, while it is written, what a check would remark on.
    offers
        Returns the names that fields of the kinds "name" and "names" offer.
    from_file
        Returns what a file of the learner's own offers to the list now, or None.
    asked
        Says whether the list is asked for now; while it is not, the page does not show it.
    """

    drawn_by = ("widgets/papers.js", "widgets/record_controls.js", "widgets/records.js")

    def __init__(
        self,
        name: str,
        fields: Sequence[Field],
        *,
        title: str = "",
        one: str = "row",
        start: Sequence[Record] = (),
        check: Callable[[list[Record]], object] | None = None,
        on_change: Callable[[list[Record]], object] | None = None,
        paper: Callable[[list[Record]], Paper] | None = None,
        workbook: Callable[[list[Record]], Workbook] | None = None,
        renamed: Callable[[], object] = lambda: None,
        beside: Callable[[], object] = lambda: None,
        record: str = "",
        look: Callable[[Record], Said] | None = None,
        offers: Callable[[], Sequence[str]] | None = None,
        from_file: Callable[[], FromFile | None] | None = None,
        asked: Callable[[], bool] = lambda: True,
    ) -> None:
        for each in fields:
            if each.kind not in KINDS:
                raise UserError(
                    f"The field {each.id!r} has the kind {each.kind!r}.",
                    f"Use one of {', '.join(KINDS)}.",
                )
        super().__init__(
            {
                "name": name,
                "title": title or name.replace("_", " ").capitalize(),
                "one": one,
                "paper": paper is not None,
                "record": record,
                "looks": look is not None,
                "fields": [
                    {**asdict(each), "options": [list(pair) for pair in each.options.items()]}
                    for each in fields
                ],
            }
        )
        self._fields = tuple(fields)
        self._start = self._named(start)
        self._check, self._on_change, self._look = check, on_change, look
        self._offers, self._from_file, self._asked = offers, from_file, asked
        self._kept = Artifact(
            name,
            self._start,
            lambda data: self._named(data["records"]),
            lambda records: {"records": records},
        )
        self._removed: tuple[int, Record] | None = None
        if paper:
            book = (lambda: workbook(self.records)) if workbook else None
            self._desk = Desk(
                lambda: self._with_origin(paper(self.records)),
                book,
                lambda: "" if self.records or beside() else f"No {one} is listed.",
                renamed,
            )

    @property
    def records(self) -> list[Record]:
        """The records as they are now, each a mapping of field id to value."""
        return self._values(self._kept.now())

    def words(self) -> str:
        """Return the columns and the records to begin with; never the learner's own."""
        labels = ", ".join(each.label for each in self._fields if not each.under)
        lines = [f"List “{self.content['title']}”, with for each {self.content['one']}: {labels}."]
        if more := sum(bool(each.under) for each in self._fields):
            lines[0] += f" {more} more {'field is' if more == 1 else 'fields are'} folded."
        return "\n".join([*lines, *("  " + "; ".join(self._row(each)) for each in self._start)])

    def standing(self) -> dict[str, Any]:
        """Return the list as the page draws it, and tell it to whoever follows."""
        records = self._kept.now()
        if self._on_change and records != self._start:
            self._on_change(self._values(records))
        return self._view(records)

    def carry_out(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Show the list (`open`), or `save`, `remove`, `take` or `undo`; return how it looks now.

        To change or remove a record, `id` in data names it and `shown` is what the page showed.
        """
        if action == "open":
            return self.standing()
        if action == "look":
            return self._looked(data["record"])
        removed: tuple[int, Record] | None = None
        before: list[Record] = []
        told = ""

        def make(now: list[Record]) -> list[Record]:
            nonlocal removed, before, told
            removed, before = None, now
            if action == "undo" and self._removed:
                place, record = self._removed
                return _identified([*now[:place], record, *now[place:]])
            if action == "undo":
                raise UserError("There is nothing to undo.")
            if action == "take":
                taken = _identified([*now, *self._named(self._not_taken(now))])
                if self._check:
                    self._check(self._values(taken))
                return taken
            place = self._place(now, data, ADVICE if action == "save" else "")
            if action == "remove":
                removed = place, now[place]
                return [*now[:place], *now[place + 1 :]]
            old = now[place : place + 1]
            typed, told = complete(self._fields, data["record"])
            record = {**(old[0] if old else {}), **typed}
            after = _identified([*now[:place], record, *now[place + 1 :]])
            if self._check:
                self._check(self._values(after))
            return after

        self._kept.change(make)
        records, self._removed = self._kept.now(), removed
        if self._on_change:
            self._on_change(self._values(records))
        fresh = [each["id"] for each in records if each not in before] or [data.get("id")]
        return {**self._view(records), "saved": fresh[0], "fresh": fresh, "told": told}

    def _looked(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        """Say what a check remarks on in a record as it is typed; what cannot be read is empty."""
        record = so_far(self._fields, typed)
        said = self._look(record) if self._look else Said((), "")
        return {
            "remarks": [list(each) for each in said.remarks],
            "end": said.end,
            "more": [list(each) for each in said.more],
        }

    def refresh(self) -> None:
        """Show the list on every page that has it open, as after another choice of a file."""
        self.send(self._view(self._kept.now()))

    def _not_taken(self, now: Sequence[Record]) -> list[Record]:
        """Return what a file offers and the list has not taken yet, each with its file."""
        found = self._from_file() if self._from_file else None
        if found is None:
            return []
        first = self._fields[0].id
        there = {(each.get(FILE), each[first]) for each in now}
        origin: Record = {FILE: found.file}
        origin |= {NOT_READ: list(found.not_read)} if found.not_read else {}
        rows = [{**row, **origin} for row in found.rows]
        return [row for row in rows if (row[FILE], row[first]) not in there]

    def _with_origin(self, paper: Paper) -> Paper:
        """Say in a paper which file its records were taken from."""
        records = self._kept.now()
        counts = Counter(str(each[FILE]) for each in records if each.get(FILE))
        if not counts:
            return paper
        said = "; ".join(f"{count} of {len(records)} from {file}" for file, count in counts.items())
        lacks = [
            each.label.lower()
            for each in self._fields
            if any(
                each.id in record.get(NOT_READ, ()) and record[each.id] in ("", None)
                for record in records
            )
        ]
        more = f" Not read from it: {', '.join(lacks)}." if lacks else ""
        return replace(paper, view=f"{paper.view} Taken from a file: {said}.{more}".strip())

    def offer(self) -> None:
        """Tell every page that has the list open that the names to pick from have changed."""
        self.send({"offers": self._offered()})

    def _offered(self) -> list[str]:
        return list(dict.fromkeys(self._offers())) if self._offers else []

    def _place(self, now: list[Record], data: dict[str, Any], advice: str) -> int:
        """Return where the record stands that is to be changed; a new one comes to the end."""
        if data.get("id") is None:
            return len(now)
        place = next((at for at, record in enumerate(now) if record["id"] == data["id"]), None)
        kept = None if place is None else self._for_page(now[place])
        refuse_stale(data["shown"], kept, advice)
        assert place is not None
        return place

    def _named(self, rows: Sequence[Mapping[str, Any]]) -> list[Record]:
        """Return records with clean values and an id each; what is not known here stays."""
        return _identified([{**row, **self._clean(row)} for row in rows])

    def _values(self, records: list[Record]) -> list[Record]:
        return [{each.id: record[each.id] for each in self._fields} for record in records]

    def _clean(self, record: Mapping[str, Any]) -> Record:
        return {each.id: each.clean(record.get(each.id)) for each in self._fields}

    def _row(self, record: Record) -> list[str]:
        return [self._shown(each, record) for each in self._fields if each.listed]

    def _shown(self, each: Field, record: Record) -> str:
        """Return a value as the table shows it, a number with the unit that its record says."""
        text = each.shown(record[each.id])
        unit = str(record.get(each.unit_in) or "") if each.unit_in and text else ""
        return f"{text} {'%' if unit.startswith('percent') else unit}".strip()

    def _view(self, records: list[Record]) -> dict[str, Any]:
        return {
            "records": [self._for_page(record) for record in records],
            "rows": [self._row(record) for record in records],
            "undo": self._removed is not None,
            "offers": self._offered(),
            "file": self._file_in_words(records),
            "kept": records != self._start,
            "asked": self._asked(),
        }

    def _file_in_words(self, records: Sequence[Record]) -> str:
        found = self._from_file() if self._from_file else None
        return found.words if found and self._not_taken(records) else ""

    def _for_page(self, record: Record) -> dict[str, str]:
        typed = {each.id: each.as_typed(record[each.id]) for each in self._fields}
        return {"id": record["id"], **typed}


def _identified(records: list[Record]) -> list[Record]:
    """Return the records with an id of its own for each that has none, or one that is taken.

    Lists of an earlier version have no ids; two windows that read one give the same ids.
    """
    known = [record.get("id") for record in records]
    numbers = (f"r{number}" for number in count(1) if f"r{number}" not in known)
    named: dict[str, Record] = {}
    for record in records:
        id = record.get("id")
        if not isinstance(id, str) or not id or id in named:
            id = next(numbers)
        named[id] = {"id": id, **{name: value for name, value in record.items() if name != "id"}}
    return list(named.values())
