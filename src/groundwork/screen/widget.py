"""What every Groundwork widget shares: how it is written, read aloud, printed and answered."""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import ipywidgets as widgets
import traitlets
from ipywidgets.widgets.widget import _instances

from groundwork.learner.files import refusal
from groundwork.subject.errors import UserError

HERE = Path(__file__).parent
SHARED = ("host.js", "sight.js", "drafts.js", "controls.js")
REMEMBERED = 30  # answers; a page asks again within seconds
AGAIN = "{again}"  # in a sentence: how a page is started anew, which its host says (host.js)


def source(*names: str) -> str:
    """Return files of this floor (`widgets/rating.js`), joined into one module or style."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)


def module(*names: str) -> str:
    """Return a widget's ES module: what all widgets share, then its own files.

    Any page can show it: `draw({host, el, signal})` draws the widget into `el`, and host.js says
    what the page has to give it. `signal` ends when the widget leaves the page.
    """
    return "\n".join([source(*SHARED, *names), "export { render as draw };\n"])


def tell_no_former_widgets() -> None:
    """Keep what the kernel showed so far from pages that open later; a page that shows it keeps it.

    ipywidgets tells each new page the whole state of every widget in its registry.
    """
    for name, former in [*_instances.items()]:
        if isinstance(former, CourseWidget | Stack):
            del _instances[name]


class FieldError(UserError):
    """A mistake in one field of a form; the page puts the focus on it."""

    def __init__(self, field: str, problem: str, fix: str = "") -> None:
        super().__init__(problem, fix)
        self.field = field


class CourseWidget(anywidget.AnyWidget):
    """A widget whose only synced state is what the author wrote.

    JupyterLab can be told to save the state of widgets inside the notebook file. So nothing that a
    learner types is a synced trait: the page asks (`{"ask": id, "action": ..., "data": ...}`), and
    only that page is answered (`{"re": id, ...}`). A subclass says what it does in `respond`, and
    what it is in `words`, and names the files that draw it in `drawn_by`.
    """

    drawn_by: ClassVar[tuple[str, ...]] = ()
    _css = source("widget.css", "lab/host.css")
    content = traitlets.Dict().tag(sync=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Write the module that anywidget loads: the widget's own, and JupyterLab as its host."""
        if "drawn_by" in cls.__dict__:
            cls._esm = "\n".join([module(*cls.drawn_by), source("lab/host.js")])
        super().__init_subclass__(**kwargs)

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._answered: dict[str, dict[str, Any]] = {}
        super().__init__(content=dict(content))
        self.on_msg(self._answer)

    def words(self) -> str:
        """Return the widget as lines of text, the same in every run and for every learner."""
        raise NotImplementedError

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Carry out what the page asked for and return what it should show."""
        raise NotImplementedError

    def _answer(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Answer one message, and one that comes a second time with what the first was answered.

        A page asks again when no answer reached it (host.js).
        """
        asked = message["ask"]
        if asked not in self._answered:
            self._answered[asked] = self._responded(message)
            for old in [*self._answered][:-REMEMBERED]:
                del self._answered[old]
        self.send({**self._answered[asked], "re": asked})

    def _responded(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Carry out a message; a failure becomes words on the screen, never a log or a traceback.

        ipywidgets would print the traceback of an exception, and the message that caused it may
        hold the learner's text.
        """
        try:
            return self.respond(message["action"], message.get("data", {}))
        except UserError as error:
            answer = {"problem": str(error)}
            if isinstance(error, FieldError):
                answer["field"] = error.field
            return answer
        except OSError as error:
            return {
                "problem": f"This could not be saved: {refusal(error)} Your text is still on this "
                "page; do not close it before you have copied it."
            }
        except Exception as error:
            return {
                "problem": f"This did not work ({type(error).__name__}). Your text is still on "
                f"this page. Copy it to a safe place, then {AGAIN}."
            }

    def __repr__(self) -> str:
        """Return words; the default lists every trait or an address, and nbval compares it."""
        return self.words()

    def _repr_html_(self) -> str:
        # Shown where widgets do not run: a page on the web, a printout, an untrusted notebook.
        words = "<br>".join(html.escape(line) for line in self.words().splitlines())
        return f'<div class="mathjax_ignore tex2jax_ignore">{words}</div>'


class Stack(widgets.VBox):
    """Several course widgets one above the other, printed as their words."""

    def __init__(self, *parts: CourseWidget) -> None:
        super().__init__(parts)

    def __repr__(self) -> str:
        """Return the words of every part."""
        return "\n".join(part.words() for part in self.children)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        # ipywidgets cuts the words after 110 characters, and nbval would compare no more than that.
        return {**super()._repr_mimebundle_(**kwargs), "text/plain": repr(self)}
