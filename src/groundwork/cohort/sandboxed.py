"""What runs inside the sandbox: a learner's cells, one after the other. A program, never imported.

It needs Python alone. It reads the job from its input, and writes a line of JSON for each cell that
ended. Nothing here is a wall: whoever reads the lines trusts none of them.
"""

import contextlib
import importlib
import io
import json
import os
import resource
import sys
import types

LARGEST_SAID = 2_000  # characters of what a cell printed, and of an error
LARGEST_VALUE = 20_000


def main() -> None:
    """Run the job."""
    job = json.load(sys.stdin)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    for name, most in job["limits"].items():
        resource.setrlimit(getattr(resource, name), (most, most))
    page = types.ModuleType("__main__")
    sys.modules["__main__"] = page
    sys.modules["groundwork.lesson"] = Lesson(job["given"])
    vars(page)["display"] = print
    for at, text in enumerate(job["cells"]):
        printed, error = run(text, f"<cell {at + 1}>", vars(page))
        values = {name: value(vars(page).get(name)) for name in job["names"]}
        line = {"cell": at, "values": values, "printed": printed, "error": error}
        out.write(json.dumps(line) + "\n")


def run(text: str, name: str, names: dict[str, object]) -> tuple[str, str]:
    """Run a cell; return what it printed, and the error that ended it."""
    printed, error = Short(), ""
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            exec(compile(text, name, "exec"), names)
    except BaseException as raised:  # whatever ends a cell, the next one runs
        try:
            error = f"{type(raised).__name__}: {raised}"[:LARGEST_SAID]
        except BaseException:
            error = "an error that cannot say what it is"
    return printed.getvalue(), error


def value(found: object) -> object:
    """Return a value as JSON can hold it; None when it is no value."""
    try:
        if hasattr(found, "tolist"):  # of numpy and pandas
            found = found.tolist()
        if not isinstance(found, bool | int | float | str | list | tuple | dict | None):
            found = float(found)  # type: ignore[arg-type]
        return found if len(json.dumps(found)) <= LARGEST_VALUE else None
    except BaseException:
        return None


class Short(io.TextIOBase):
    """Keep the beginning of what is printed."""

    def __init__(self) -> None:
        self.kept = ""

    def write(self, text: str) -> int:
        """Keep what there is room for."""
        self.kept += text[: LARGEST_SAID - len(self.kept)]
        return len(text)

    def getvalue(self) -> str:
        """Return what was kept."""
        return self.kept


class Lesson(types.ModuleType):
    """The course's face to a page, without keys: the numbers of a question, and no checks."""

    def __init__(self, numbers: dict[str, dict[str, float]]) -> None:
        super().__init__("groundwork.lesson")
        self.given = numbers.__getitem__

    def __getattr__(self, name: str) -> object:
        """Return what the course has under a name, where no numbers or checks are asked for."""
        if name in ("ask", "check"):
            return lambda *given, **named: None
        if name.startswith("__"):
            raise AttributeError(name)
        own = sys.modules.pop("groundwork.lesson")
        try:
            return getattr(importlib.import_module("groundwork.lesson"), name)
        finally:
            sys.modules["groundwork.lesson"] = own


if __name__ == "__main__":
    main()
