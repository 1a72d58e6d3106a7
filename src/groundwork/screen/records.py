"""A list of records in a real table: add, edit, remove; saved after every step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from groundwork.learner import artifacts
from groundwork.learner.numerals import read_number
from groundwork.screen.widget import CourseWidget, FieldError, readable, source
from groundwork.subject.errors import UserError

KINDS = ("text", "long text", "choice", "number")
Record = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """One column of the list.

    Attributes
    ----------
    id, label
        The column's id in the data and its name on the screen.
    kind
        "text", "long text", "choice" or "number".
    options
        Of a choice: what is kept to what is shown.
    help
        One sentence below the label.
    required
        Whether a record without it is refused.
    """

    id: str
    label: str
    kind: str = "text"
    options: Mapping[str, str] = field(default_factory=dict)
    help: str = ""
    required: bool = False

    def clean(self, typed: Any) -> Any:
        """Return what was typed as text, option id or number; an empty field is "" or None."""
        text = str(typed if typed is not None else "").strip()
        if not text:
            return None if self.kind == "number" else ""
        if self.kind == "number":
            try:
                return float(read_number(text).value)
            except UserError as error:
                raise UserError(f"{self.label}: {error.problem}", error.fix) from None
        if self.kind == "choice" and text not in self.options:
            raise UserError(f"{self.label} has no option {text!r}.", "Choose one of the list.")
        return text

    def shown(self, value: Any) -> str:
        """Return a kept value as the table shows it."""
        if value is None:
            return ""
        return self.options.get(value, value) if self.kind == "choice" else _plain(value)


class RecordList(CourseWidget):
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
    """

    _esm = source("controls.js", "records.js")
    _css = source("widget.css")

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
                "fields": [
                    {**asdict(each), "options": [list(pair) for pair in each.options.items()]}
                    for each in fields
                ],
            }
        )
        self._fields = tuple(fields)
        self._start = [self._clean(record) for record in start]
        self._check, self._on_change = check, on_change
        self._kept: list[Record] | None = None
        self._removed: list[Record] | None = None

    @property
    def records(self) -> list[Record]:
        """The records as they are now, each a mapping of field id to value."""
        if self._kept is None:
            self._kept = list(self._start)
            name = self.content["name"]
            if (data := artifacts.load(name)) is not None:
                try:
                    self._kept = [self._clean(record) for record in data["records"]]
                except (KeyError, TypeError, AttributeError, UserError):
                    raise artifacts.put_aside(name) from None
        return [dict(record) for record in self._kept]

    def words(self) -> str:
        """Return the columns and the records to begin with; never the learner's own."""
        labels = ", ".join(each.label for each in self._fields)
        lines = [f"List “{self.content['title']}”, with for each {self.content['one']}: {labels}."]
        return "\n".join([*lines, *("  " + "; ".join(self._row(each)) for each in self._start)])

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Show the list (`open`), or `save`, `remove` or `undo`, and return how it looks now."""
        records = self.records
        if action == "open":
            if self._on_change and records != self._start:
                self._on_change(records)
            return self._view()
        if action == "save":
            record = self._complete(data["record"])
            if (place := data.get("place")) is None:
                records.append(record)
            else:
                records[place] = record
            if self._check:
                self._check(records)
            self._removed = None
        elif action == "remove":
            self._removed = self.records
            del records[data["place"]]
        elif action == "undo" and self._removed is not None:
            records, self._removed = self._removed, None
        else:
            raise UserError("There is nothing to undo.")
        self._kept = records
        path = self._save()
        if self._on_change:
            self._on_change(self.records)
        return {**self._view(), "where": readable(path)}

    def _clean(self, record: Mapping[str, Any]) -> Record:
        return {each.id: each.clean(record.get(each.id)) for each in self._fields}

    def _complete(self, typed: Mapping[str, Any]) -> Record:
        """Clean what the form sent, or name the field at fault.

        A kept record may lack a field, because the field was not needed when it was written.
        """
        record: Record = {}
        for each in self._fields:
            try:
                value = each.clean(typed.get(each.id))
            except UserError as error:
                raise FieldError(each.id, error.problem, error.fix) from None
            if each.required and value in ("", None):
                how = "Choose one" if each.kind == "choice" else "Fill it in"
                raise FieldError(each.id, f"“{each.label}” is empty.", f"{how}, then save again.")
            record[each.id] = value
        return record

    def _row(self, record: Record) -> list[str]:
        return [each.shown(record[each.id]) for each in self._fields]

    def _view(self) -> dict[str, Any]:
        return {
            "records": [
                {id: _plain(value) for id, value in record.items()} for record in self.records
            ],
            "rows": [self._row(record) for record in self.records],
            "undo": self._removed is not None,
        }

    def _save(self) -> Any:
        labels = [each.label for each in self._fields]
        rows = [self._row(record) for record in self.records]
        lines = [_markdown_row(labels), _markdown_row(["---"] * len(labels))]
        page = "\n".join([f"# {self.content['title']}", "", *lines, *map(_markdown_row, rows)])
        data = {"version": 1, "records": self.records}
        table = artifacts.csv_text(labels, rows)
        return artifacts.save(self.content["name"], data, page, table=table)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:,.12g}" if isinstance(value, float) else str(value)


def _markdown_row(cells: Sequence[str]) -> str:
    tidy = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(tidy)} |"
