"""Fill figures into prose, and refuse every number that comes from nowhere.

`{{ name | format }}` is replaced by a figure. `[@key]` names a source and prints its short name,
linked to Sources; `[-@key]` names it in silence; `{{ @key | source }}` prints all that is known of
it, `{{ @key, @key | looked_up }}` the day on which true cases were last looked up, and
`{{ sources | list }}` all that the text cited before. A number that stands in a paragraph
is allowed when a source of that paragraph `says` it, when it is the year of a figure filled in
there, or when it is marked as no figure: `{37} weeks`. Everything else is a fault.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groundwork.authoring import bibliography, references
from groundwork.authoring.bibliography import Bibliography
from groundwork.authoring.figures.formats import Figure, WrongFormatError, write
from groundwork.authoring.figures.numbers import CODE, HOLE, numbers, paragraphs
from groundwork.authoring.figures.values import FigureError, Values
from groundwork.subject.days import in_words
from groundwork.subject.errors import UserError

Report = Callable[[int, str], None]
SOURCES = "#sources"  # as the links of a text name it
_SIGNS = re.compile(
    r"\{\{(?P<figure>[^{}|\n]+\|[^{}|\n]+)\}\}"
    r"|\{(?P<none>[^{}]+)\}(?!`)"
    r"|(?P<cited>[ \n]*\[(?P<silent>-?)@(?P<keys>[^\]\n]+)\])"
)


@dataclass
class Figures:
    """What the texts of one lesson or exercise may fill in and cite, and what they did.

    Attributes
    ----------
    values
        Its figures.
    sources
        The course's bibliography.
    cited, filled
        The keys of sources and the names of figures in use, in the order of their first use.
    told
        The keys of those sources that were written out.
    lines
        The line of the head that defines a figure, where that is known.
    """

    values: Values
    sources: Bibliography
    cited: dict[str, None] = field(default_factory=dict)
    filled: dict[str, None] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    lines: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls, defined: Mapping[str, Any], folder: Path, lines: Mapping[str, int] | None = None
    ) -> "Figures":
        """Take the figures that a head defines; `folder` holds data sets and bibliography."""
        path = folder / bibliography.FILE
        known = bibliography.read(path) if path.exists() else Bibliography()
        return cls(Values(defined, folder, known.key_of), known, lines=lines or {})

    def unused(self) -> list[str]:
        """Return the figures of the head that nothing fills in, and no other figure needs."""
        needed = {
            word
            for said in self.values.defined.values()
            if not isinstance(said, Mapping)
            for word in re.findall(r"[a-z_]\w*", str(said))
        }
        return [name for name in self.values.defined if name not in {*self.filled, *needed}]

    def untold(self) -> list[str]:
        """Return the sources that the text rests on and does not write out."""
        return [key for key in self.cited if key not in self.told]

    def sources_list(self) -> str:
        """Write out what was cited so far, and what filled figures come from, as a list."""
        found = [self.sources.entry(key) for key in self.untold()]
        self.told.update(self.cited)
        return references.sources(found)


def fill(
    text: str,
    line: int,
    figures: Figures,
    report: Report,
    *,
    cited: Iterable[str] = (),
    link: bool = True,
    places: bool = False,
    check: bool = True,
) -> str:
    """Return a piece of prose with its figures and citations written out.

    Parameters
    ----------
    text
        Markdown.
    line
        The line of its file on which the text begins, from 1.
    figures
        The figures and sources of the text; what is used is noted there.
    report
        Called with the line and a sentence for each fault.
    cited
        Keys that hold for the whole text beside those in it, such as those of its block.
    link
        Whether a citation links to Sources; where the words stand in a form, it cannot.
    places
        Whether single braces may hold the name of what is filled in later, as in `{rate}`.
    check
        Whether its numbers are looked at; those that only set up a block claim nothing.
    """
    made, end = [], 0
    for start, stop in paragraphs(text):
        first = line + text.count("\n", 0, start)
        piece = _Paragraph(text[start:stop], first, figures, report, link, places, check)
        made += [text[end:start], piece.filled(cited)]
        end = stop
    return "".join([*made, text[end:]])


def keys_in(text: str) -> list[str]:
    """Return the keys of the sources that a text names."""
    return [key for found in _SIGNS.finditer(text) if found["keys"] for key in _keys(found["keys"])]


def _keys(said: str) -> list[str]:
    """The keys in `a; @b`."""
    return [key.strip().removeprefix("-").removeprefix("@") for key in said.split(";")]


@dataclass
class _Paragraph:
    """One paragraph while it is filled: its words, and what its numbers may rest on."""

    text: str
    line: int
    figures: Figures
    report: Report
    link: bool
    places: bool
    check: bool
    said: list[str] = field(default_factory=list)

    def filled(self, cited: Iterable[str]) -> str:
        """Write out its signs, then report each number that nothing bears out."""
        for key in cited:
            self._source(key, self.line)
        code = [found.span() for found in CODE.finditer(self.text)]
        made, bare, end = [], [], 0
        for found in _SIGNS.finditer(self.text):
            if any(start <= found.start() < stop for start, stop in code):
                continue
            before = self.text[end : found.start()]
            at = self._line(found.start())
            if found["figure"]:
                said, hole = self._figure(found["figure"], at), HOLE
            elif found["none"]:
                said, hole = self._no_figure(found["none"], at), HOLE
            else:
                said, hole = self._citation(found["keys"], bool(found["silent"]), at), ""
            made += [before, said]
            # The lines stay, so that a number is found where it stands.
            bare += [before, hole + "\n" * found[0].count("\n")]
            end = found.end()
        made.append(self.text[end:])
        bare.append(self.text[end:])
        if self.check:
            self._check("".join(bare))
        return "".join(made)

    def _no_figure(self, said: str, line: int) -> str:
        if any(numbers(said)):
            return said
        if not self.places:
            self.report(line, f"{{{said}}} marks no number: take the braces away.")
        return f"{{{said}}}"

    def _line(self, at: int) -> int:
        return self.line + self.text.count("\n", 0, at)

    def _figure(self, sign: str, line: int) -> str:
        names, _, form = (part.strip() for part in sign.partition("|"))
        if (names, form) == ("sources", "list"):
            return self.figures.sources_list()
        if names.startswith("@") and form == "source":
            return self._whole_source(names[1:], line)
        if names.startswith("@") and form == bibliography.LOOKED_UP:
            return self._looked_up([key.strip()[1:] for key in names.split(",")], line)
        try:
            found: list[Figure] = []
            for name in re.split(r"\s*,\s*", names):
                self.figures.filled[name] = None
                figure = self.figures.values.figure(name)
                found.append(figure)
                self.said += _years(figure)
                self.figures.cited.update(dict.fromkeys(figure.sources))
            return write(found, form)
        except FigureError as error:
            # What is wrong in the head is told there, once, wherever the figure is filled in.
            if head := self.figures.lines.get(error.figure):
                self.report(head, f"{error}.")
            else:
                self.report(line, f"{{{{ {names} | {form} }}}}: {error}.")
        except WrongFormatError as error:
            self.report(line, f"{{{{ {names} | {form} }}}}: {error}.")
        return f"{{{{{sign}}}}}"

    def _looked_up(self, keys: list[str], line: int) -> str:
        days = {entry.accessed for key in keys if (entry := self._source(key, line))}
        if len(days) > 1:
            self.report(
                line,
                f"tells one day for {', '.join(keys)}, which were looked up on several: write a "
                "sign for each day",
            )
        return f"Last looked up on {in_words(max(days))}" if days else ""

    def _citation(self, said: str, silent: bool, line: int) -> str:
        shown = [entry.short for key in _keys(said) if (entry := self._source(key, line))]
        if silent or not shown:
            return ""
        if self.link:
            shown = [f"[{short}]({SOURCES})" for short in shown]
        return f" ({'; '.join(shown)})"

    def _whole_source(self, key: str, line: int) -> str:
        entry = self._source(key, line)
        if entry is None:
            return ""
        self.figures.told.add(key)
        return references.reference(entry, subject=False)

    def _source(self, key: str, line: int) -> bibliography.Entry | None:
        try:
            entry = self.figures.sources.entry(key)
        except UserError as error:
            self.report(line, str(error))
            return None
        self.figures.cited[key] = None
        self.said += [*entry.says, entry.year, entry.day]
        return entry

    def _check(self, bare: str) -> None:
        borne = [
            found.span() for said in self.said if said for found in _words(said).finditer(bare)
        ]
        for found in numbers(bare):
            if any(start <= found.start() and found.end() <= end for start, end in borne):
                continue
            near = bare[max(0, found.start() - 40) : found.end() + 30].replace(HOLE, "▢")
            self.report(
                self._line(0) + bare.count("\n", 0, found.start()),
                f"{found[0]} in “…{' '.join(near.split())}…” comes from nowhere: fill in a figure, "
                f"name a source that says it, or write {{{found[0]}}} when it is no figure."
                f"{self._says()}",
            )

    def _says(self) -> str:
        """Tell what the paragraph's sources say, since the number may be a slip of one of these."""
        keys = [key for key in keys_in(self.text) if key in self.figures.sources.entries]
        said = {key: self.figures.sources.entries[key].says for key in keys}
        told = [f"{key} says {', '.join(words)}." for key, words in said.items() if words]
        return "".join(f" {each}" for each in told)


def _years(figure: Figure) -> list[str]:
    """The years that a figure is of, as prose may write them."""
    period = figure.period
    spelled = (period, period.replace("-", "–"), period.replace("-", " to "))
    return [*re.findall(r"\b(?:19|20)\d\d\b", period), *spelled] if period else []


def _words(said: str) -> re.Pattern[str]:
    """Return a pattern of words whose line breaks may stand anywhere between them."""
    words = r"\s+".join(re.escape(word) for word in said.split())
    return re.compile(rf"(?<![\w.,]){words}(?!\w|[.,]\d)")
