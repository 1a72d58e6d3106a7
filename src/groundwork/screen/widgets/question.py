"""Questions a learner answers without code: choose, classify, type a number, write."""

import textwrap
from abc import abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groundwork.learner import former
from groundwork.learner.numerals import exact, plain, read_number, typed
from groundwork.learner.typed import printable
from groundwork.learner.units import refuse_other
from groundwork.screen.widget import CourseWidget
from groundwork.subject.errors import UserError

CHECK = "Check my answer"
MARK = "Mark each part that is flawed."


@dataclass(frozen=True)
class More:
    """What a learner may open after an answer."""

    title: str
    text: str


@dataclass(frozen=True)
class Reply:
    """What a learner is told about an answer; `right` is None when there is no right or wrong."""

    right: bool | None
    text: str
    more: tuple[More, ...] = ()


class Question(CourseWidget):
    """A question on the screen.

    Parameters
    ----------
    id
        The question's id, for example "q1".
    prompt
        The question itself.
    reply
        Called with the answer when the learner presses the button. Without it the answer stays in
        this page.
    restore
        Called when the question comes on the screen; returns an earlier answer or None.

    An exercise sets `note`, which is called then too and returns what else the learner should know.
    """

    drawn_by = ("widgets/question.js",)

    def __init__(
        self,
        id: str,
        prompt: str,
        content: Mapping[str, Any],
        *,
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        button = CHECK if reply else "Note my answer"
        keeps = restore is not None
        super().__init__({"id": id, "prompt": prompt, "button": button, "keeps": keeps, **content})
        self.value: Any = None
        self._sent: Any = None  # what this page answered last, kept even if the reply then failed
        self._reply = reply or (lambda value: Reply(None, "Noted. This stays on this page only."))
        self._restore = restore
        self.note: Callable[[], str] = lambda: ""

    @abstractmethod
    def clean(self, value: Any) -> Any:
        """Return what the page sent as a proper answer, or raise a UserError saying what lacks."""

    @abstractmethod
    def choices(self) -> list[str]:
        """Return the lines that follow the prompt in a printout."""

    @abstractmethod
    def in_words(self, value: Any) -> str:
        """Return an answer as the learner reads it on the page."""

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Restore an earlier answer (`open`), take one (`answer`), or see if it changed (`look`).

        `shown` in data is the kept answer that the page knows of. An answer that another window
        gave since is told, with the kept one as `value`, and not replaced.
        """
        if action == "open":
            # Another window may have answered since, so what is kept goes before what is known.
            kept = self._restore() if self._restore else None
            if kept is not None and not self._fits(kept):
                return {"value": None, "note": former.sentence("", kept)}
            self.value = self.value if kept is None else kept
            note = self.note()
            return {"value": self.value, **({"note": note} if note else {})}
        kept = self._kept()
        stale = "shown" in data and kept not in (None, data["shown"], self._sent)
        try:
            value = self.clean(printable(data["value"]))
        except UserError as error:
            if action == "answer" and kept is not None and not stale:
                fix = f"{error.fix} Your earlier answer still stands: {self._told(kept)}."
                raise UserError(error.problem, fix.strip()) from None
            if action == "answer" and not stale:
                raise
            value = None
        if stale and value != kept:
            problem = (
                "This was changed in another window. Here is how it stands now: "
                f"{self._told(kept)}. Your own answer is still on this page. To keep it "
                "instead, press the button once more."
            )
            return {"problem": problem, "value": kept}
        if action == "look":
            return {}
        self.value = self._sent = value
        reply = self._reply(self.value)
        more = [[each.title, each.text] for each in reply.more]
        return {
            "value": self.value,
            "right": reply.right,
            "text": reply.text,
            **({"more": more} if more else {}),
        }

    def _kept(self) -> Any:
        """Return the answer that is kept; None for one that was damaged, or to a former question.

        Whoever then keeps an answer is told what happened to the file.
        """
        try:
            kept = self._restore() if self._restore else None
        except UserError:
            return None
        return kept if kept is None or self._fits(kept) else None

    def _told(self, kept: Any) -> str:
        try:
            return self.in_words(kept)
        except (TypeError, ValueError, AttributeError):  # a file that was changed by hand
            return str(kept)

    def _fits(self, kept: Any) -> bool:
        """Whether a kept answer can be one to this question as it reads now."""
        try:
            self.clean(kept)
        except (UserError, TypeError, ValueError, AttributeError, KeyError):
            return False
        return True

    def words(self) -> str:
        """Return prompt and choices; never the learner's answer."""
        return "\n".join(
            [f"Question {self.content['id']}: {self.content['prompt']}", *self.choices()]
        )


class ChoiceQuestion(Question):
    """Choose one of several options, or all that apply.

    Parameters
    ----------
    options
        Option id to its text.
    several
        Whether more than one may be chosen; the answer is then a sorted list.
    replies
        Option id to what a learner who chose it is told.
    right
        The ids of the right options; without it, and with `replies`, nothing is right or wrong.
    button
        What the button says, where it does not check an answer.
    help
        What is said above the options of several, where it is not "Choose all that apply."
    """

    def __init__(
        self,
        id: str,
        prompt: str,
        options: Mapping[str, str],
        *,
        several: bool = False,
        help: str = "",
        replies: Mapping[str, str] | None = None,
        right: Collection[str] | None = None,
        button: str | None = None,
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        for named in (*(replies or ()), *(right or ())):
            if named not in options:
                raise UserError(
                    f"Question {id} replies to the option {named!r}, which it does not have.",
                    f"Its options are {', '.join(options)}.",
                )
        if reply is None and (replies or right):
            reply = _reply_from(dict(replies or {}), None if right is None else set(right))
        content: dict[str, Any] = {
            "kind": "several" if several else "choice",
            "options": [list(option) for option in options.items()],
        }
        if help:
            content["help"] = help
        if button or (right is None and replies):
            content["button"] = button or "Answer"
        super().__init__(id, prompt, content, reply=reply, restore=restore)

    def clean(self, value: Any) -> str | list[str]:
        """Return the chosen option's id, or the sorted ids when several may be chosen."""
        known = {option for option, _ in self.content["options"]}
        chosen = [value] if isinstance(value, str) else list(value or [])
        if not chosen or not set(chosen) <= known:
            raise UserError("Nothing is chosen yet.", "Choose an answer, then press the button.")
        return sorted(chosen) if self.content["kind"] == "several" else chosen[0]

    def in_words(self, value: str | list[str]) -> str:
        """Return the texts of what is chosen."""
        texts = dict(self.content["options"])
        chosen = [value] if isinstance(value, str) else value
        return "; ".join(f"“{texts.get(option, option)}”" for option in chosen)

    def choices(self) -> list[str]:
        """Return how many to choose and one line an option."""
        how = "Choose all that apply." if self.content["kind"] == "several" else "Choose one."
        return [how, *(f"  {option}) {text}" for option, text in self.content["options"])]


class ClassifyQuestion(Question):
    """Sort each item into a category; the answer is a mapping of item to category.

    Parameters
    ----------
    terms
        What holds for all of it, shown below the prompt.
    """

    drawn_as = "classify"

    def __init__(
        self,
        id: str,
        prompt: str,
        items: Mapping[str, str],
        categories: Mapping[str, str],
        *,
        terms: str = "",
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        content = {
            "kind": self.drawn_as,
            "items": [list(item) for item in items.items()],
            "categories": [list(category) for category in categories.items()],
            "terms": terms,
        }
        super().__init__(id, prompt, content, reply=reply, restore=restore)

    def clean(self, value: Any) -> dict[str, str]:
        """Return item to category, or name the items that are not sorted yet."""
        known = {category for category, _ in self.content["categories"]}
        open_items = [
            text for item, text in self.content["items"] if (value or {}).get(item) not in known
        ]
        if open_items:
            raise UserError(f"Not sorted yet: {'; '.join(open_items)}.", "Choose one for each.")
        return {item: value[item] for item, _ in self.content["items"]}

    def in_words(self, value: Mapping[str, str]) -> str:
        """Return each item with the category it is sorted into."""
        items, categories = dict(self.content["items"]), dict(self.content["categories"])
        return "; ".join(
            f"“{items.get(item, item)}” is {categories.get(category, category)}"
            for item, category in value.items()
        )

    def choices(self) -> list[str]:
        """Return the items, then the categories."""
        return [
            "Sort each of these:",
            *(f"  - {text}" for _, text in self.content["items"]),
            "into one of:",
            *(f"  - {text}" for _, text in self.content["categories"]),
        ]


class FlawQuestion(ChoiceQuestion):
    """Mark the flawed parts of a text; the answer is their sorted list."""

    def __init__(
        self,
        id: str,
        prompt: str,
        parts: Mapping[str, str],
        *,
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        how: dict[str, Any] = {"reply": reply, "restore": restore}
        super().__init__(id, prompt, parts, several=True, help=MARK, **how)

    def clean(self, value: Any) -> str | list[str]:
        """Return the marked parts, sorted."""
        if not value:
            raise UserError("Nothing is marked yet.", "Mark a part, then press the button.")
        return super().clean(value)

    def choices(self) -> list[str]:
        """Return one line a part, in the order of the text."""
        return [MARK, *(f"  {name}) {text}" for name, text in self.content["options"])]


class CardQuestion(Question):
    """Fill the fields of a card; the answer is a mapping of field to option or number.

    Parameters
    ----------
    fields
        Field to its label and its options; a field with no options takes a number.
    units
        Field to the words that may stand behind its number, first as the card writes it.
    """

    def __init__(
        self,
        id: str,
        prompt: str,
        fields: Mapping[str, tuple[str, Mapping[str, str]]],
        units: Mapping[str, Sequence[str]] | None = None,
        *,
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        self._units = units or {}
        content = {
            "kind": "card",
            "fields": [
                {
                    "id": name,
                    "label": label,
                    "options": [list(option) for option in options.items()],
                    "unit": next(iter(self._units.get(name, ())), ""),
                }
                for name, (label, options) in fields.items()
            ],
        }
        super().__init__(id, prompt, content, reply=reply, restore=restore)

    def clean(self, value: Any) -> dict[str, str | float]:
        """Return field to entry, or name the fields that are open or hold no number."""
        given = value or {}
        empty = [each["label"] for each in self.content["fields"] if not self._filled(each, given)]
        if empty:
            raise UserError(f"Not filled yet: {'; '.join(empty)}.", "Fill each field.")
        return {each["id"]: self._entry(each, given[each["id"]]) for each in self.content["fields"]}

    def _filled(self, field: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
        entry = given.get(field["id"])
        known = [name for name, _ in field["options"]]
        return entry in known if known else str("" if entry is None else entry).strip() != ""

    def _entry(self, field: Mapping[str, Any], entry: Any) -> str | float:
        if field["options"]:
            return str(entry)
        try:
            numeral = read_number(str(entry))
            if numeral.unit:
                refuse_other(numeral, tuple(self._units.get(field["id"], ())))
        except UserError as error:
            raise UserError(f"{field['label']}: {error.problem}", error.fix) from None
        return float(numeral.value)

    def in_words(self, value: Mapping[str, str | float]) -> str:
        """Return each field with its entry."""
        return "; ".join(
            f"{each['label']}: {self._shown(each, value.get(each['id'], ''))}"
            for each in self.content["fields"]
        )

    def _shown(self, field: Mapping[str, Any], entry: str | float) -> str:
        if field["options"]:
            return f"“{dict(field['options']).get(entry, entry)}”"
        if not isinstance(entry, float):
            return ""
        return f"{plain(exact(entry), ',')} {field['unit']}".strip()

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Give numbers that were kept as they are typed."""
        shown = super().respond(action, data)
        if action == "open" and shown["value"] is not None:
            shown["typed"] = {
                name: typed(entry) if isinstance(entry, float) else entry
                for name, entry in shown["value"].items()
            }
        return shown

    def choices(self) -> list[str]:
        """Return each field with its options."""
        lines = []
        for each in self.content["fields"]:
            how = f"a number ({each['unit']})" if each["unit"] else "a number"
            lines.append(f"{each['label']}: {'choose one.' if each['options'] else how}")
            lines += [f"  - {text}" for _, text in each["options"]]
        return lines


class NumberQuestion(Question):
    """Type a number; the answer is a float in the unit shown.

    Parameters
    ----------
    terms
        How exact the answer must be, shown below the prompt.
    others
        Whether the learner may ask for other numbers after an answer.
    """

    def __init__(
        self,
        id: str,
        prompt: str,
        unit: str = "",
        *,
        terms: str = "",
        others: bool = False,
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        content: dict[str, Any] = {"kind": "number", "unit": unit}
        content |= {name: value for name, value in (("terms", terms), ("others", others)) if value}
        super().__init__(id, prompt, content, reply=reply, restore=restore)
        # What may stand behind the number; an exercise takes it from the question's catalog.
        self.units: Callable[[], Sequence[str]] = lambda: [unit] if unit else []

    def clean(self, value: Any) -> float:
        """Return the number that was typed; words behind it that are not its unit are refused."""
        numeral = read_number(str(value))
        if numeral.unit:
            refuse_other(numeral, self.units())
        return float(numeral.value)

    def in_words(self, value: float) -> str:
        """Return the number with its unit."""
        return f"{plain(exact(value), ',')} {self.content['unit']}".strip()

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Say also how the number was read, when it was not plain."""
        shown = super().respond(action, data)
        if action == "open" and shown["value"] is not None:
            shown["typed"] = typed(shown["value"])
        if "right" in shown and (note := read_number(str(data["value"])).note):
            shown["text"] = f"{note} {shown['text']}"
        return shown

    def choices(self) -> list[str]:
        """Return the unit wanted."""
        unit, terms = self.content["unit"], self.content.get("terms")
        return [
            *([terms] if terms else []),
            f"Type a number ({unit})." if unit else "Type a number.",
        ]


class TextQuestion(Question):
    """Write an answer. In an exercise it is handed in, and the screen says so.

    Parameters
    ----------
    rows
        How many lines the box shows.
    button, note
        What the button says and a line above the box, where the text is not handed in.
    record
        What is said of public records.
    """

    def __init__(
        self,
        id: str,
        prompt: str,
        *,
        rows: int = 5,
        button: str = "Save my answer",
        note: str = "If you learn with a group, a person reads this after you hand in.",
        record: str = "",
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        content: dict[str, Any] = {"kind": "text", "rows": rows, "record": record}
        if reply:
            content |= {"button": button, "note": note}
        super().__init__(id, prompt, content, reply=reply, restore=restore)

    def clean(self, value: Any) -> str:
        """Return the text without blank space around it."""
        text = str(value or "").strip()
        if not text:
            raise UserError("There is no text yet.", "Write your answer, then press the button.")
        return text

    def in_words(self, value: str) -> str:
        """Return the text, cut where it is long."""
        return f"“{textwrap.shorten(value, 300, placeholder='…')}”"

    def choices(self) -> list[str]:
        """Return that a written answer is wanted."""
        return ["Write your answer.", *([self.content["note"]] if "note" in self.content else [])]


def _reply_from(replies: dict[str, str], right: set[str] | None) -> Callable[[Any], Reply]:
    """Make the reply of a question whose texts are written beside its options."""

    def reply(value: str | list[str]) -> Reply:
        chosen = [value] if isinstance(value, str) else value
        text = "\n".join(replies[option] for option in chosen if option in replies)
        if right is None:
            return Reply(None, text or "Noted. This stays on this page only.")
        if set(chosen) == right:
            return Reply(True, text)
        return Reply(False, text or "Look at the options again.")

    return reply
