"""Hand-ins that want more than their answers are worth, each as the files that somebody sends."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hand_ins import (
    CHECK,
    CODE_CELL,
    JUDGED,
    MOST,
    NOTEBOOK,
    NUMBER,
    SOLUTION,
    WORTH,
    WRONG,
    answers,
)

from groundwork.learner.answers import FILE

MARK = "groundwork-was-here"
MARKUP = f"<img src=x onerror=\"document.title='{MARK}'\"><script>alert(1)</script>"
# Their answers: one wrong, and none where code may compute one. This is what they are worth.
GIVEN = {id: value for id, value in (SOLUTION | WRONG).items() if id != NUMBER}
EARNED = MOST - WORTH - JUDGED[NUMBER].points


@dataclass(frozen=True)
class Surroundings:
    """What a hostile learner may know of the grader's computer."""

    cohort: Path
    outside: Path
    port: int


Sent = Mapping[str, bytes]
Make = Callable[[bytes, Surroundings], Sent]


@dataclass(frozen=True)
class Hostile:
    """One kind: what it tries, the files it sends, what is said of it.

    `in_suite` kinds are tried in every run of the tests.
    """

    tries: str
    make: Make
    says: str
    in_suite: bool = False


def with_code(page: bytes, code: str) -> bytes:
    """The page with code where an answer may be computed; it says that it computes it."""
    notebook = json.loads(page)
    for cell in notebook["cells"]:
        if cell["id"] == CODE_CELL:
            cell["source"] = "".join(cell["source"]) + f"\n{code}\nrate_difference = None\n"
    return json.dumps(notebook).encode()


def code(text: str) -> Make:
    def make(page: bytes, around: Surroundings) -> Sent:
        filled = text.replace("COHORT", str(around.cohort)).replace("PORT", str(around.port))
        filled = filled.replace("HOME", str(Path.home()))
        filled = filled.replace("OUTSIDE", str(around.outside / MARK))
        return {FILE: answers(GIVEN), NOTEBOOK: with_code(page, filled)}

    return make


def cell(id: str, **change: Any) -> Make:
    def make(page: bytes, around: Surroundings) -> Sent:
        notebook = json.loads(page)
        for each in notebook["cells"]:
            if each["id"] == id:
                each.update(change)
        return {FILE: answers(GIVEN), NOTEBOOK: json.dumps(notebook).encode()}

    return make


def beside(files: Sent) -> Make:
    return lambda page, around: {FILE: answers(GIVEN), NOTEBOOK: page, **files}


def file_of(content: Callable[[], bytes]) -> Make:
    return lambda page, around: {FILE: content()}


def packed(fill: Callable[[zipfile.ZipFile], None]) -> Make:
    """A zip file, with the honest part of the hand-in in it."""

    def make(page: bytes, around: Surroundings) -> Sent:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(FILE, answers(GIVEN))
            fill(archive)
        return {"work.zip": out.getvalue()}

    return make


def many_files(archive: zipfile.ZipFile) -> None:
    for number in range(10_001):
        archive.writestr(f"{number}/{FILE}", b"0")


def spoiled(page: bytes, around: Surroundings) -> Sent:
    """Whole answers beside a zip file whose inside no program can unpack."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(FILE, answers(SOLUTION))
    content = bytearray(out.getvalue())
    content[45:160] = b"\xff" * 115
    return {FILE: answers(GIVEN), "work.zip": bytes(content)}


def link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo(NOTEBOOK)
    entry.external_attr = 0o120777 << 16
    archive.writestr(entry, "/etc/passwd")


def added_cell(source: str) -> Make:
    def make(page: bytes, around: Surroundings) -> Sent:
        notebook = json.loads(page)
        new = {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": [], "source": source}
        notebook["cells"].insert(0, {**new, "execution_count": None})
        return {FILE: answers(GIVEN), NOTEBOOK: json.dumps(notebook).encode()}

    return make


def markup(page: bytes, around: Surroundings) -> Sent:
    notebook = json.loads(page)
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": MARKUP}}
    notebook["cells"][0] |= {"source": f"# {MARKUP}", "outputs": [output]}
    return {FILE: answers({**GIVEN, "q10_gap": MARKUP}), NOTEBOOK: json.dumps(notebook).encode()}


def doubled_check(page: bytes, around: Surroundings) -> Sent:
    notebook = json.loads(page)
    (check,) = (each for each in notebook["cells"] if each["id"] == CHECK)
    notebook["cells"].append({**check, "id": "again", "source": "pass"})
    return {FILE: answers(GIVEN), NOTEBOOK: json.dumps(notebook).encode()}


def many_lists(count: int, file: str) -> Make:
    """So many lists, each of two signs, before all that a file of answers or a notebook holds."""

    def make(page: bytes, around: Surroundings) -> Sent:
        sent = {FILE: answers(GIVEN), NOTEBOOK: page}
        before = b'{"x": {"value": [' + b"[]," * count + b"0]},"
        return sent | {file: before + sent[file].lstrip().removeprefix(b"{")}

    return make


def many_cells(count: int, kind: str, text: str) -> Make:
    def make(page: bytes, around: Surroundings) -> Sent:
        notebook = json.loads(page)
        new = {"cell_type": kind, "metadata": {}, "source": text, "outputs": []}
        notebook["cells"] += [{**new, "id": f"mine{number}"} for number in range(count)]
        return {FILE: answers(GIVEN), NOTEBOOK: json.dumps(notebook).encode()}

    return make


def nested(depth: int, end: bool) -> bytes:
    """Answers of which one is lists in lists, closed or not."""
    inside = b"[" * depth + b"]" * (depth if end else 0)
    return answers({**GIVEN, NUMBER: "here"}).replace(b'"here"', inside)


ERROR = "The code met an error"
STOPPED = "The code was stopped"
REACHES = "The code reaches for what grades it, or for open files"
TYPED = "For question 6 the typed answer counts"
NO_VALUE = "The code gives no value for question 5"
ODD = "There is text in a cell that asks for none"
KINDS: dict[str, Hostile] = {
    "patched check": Hostile(
        "put its own check into the place of the course's",
        code("import groundwork.lesson as g\ng.check = lambda *a: None"),
        REACHES,
        in_suite=True,
    ),
    "patched library": Hostile(
        "change the judge while it grades",
        code(
            "from groundwork.learner import outcome as o\n"
            "o.outcome = lambda *a, **k: o.Outcome(said='Right.')"
        ),
        REACHES,
    ),
    "shadow package": Hostile(
        "be imported in the place of the library",
        beside({"groundwork/__init__.py": f"open('/tmp/{MARK}', 'w')".encode()}),
        "is a program or a database",
        in_suite=True,
    ),
    "startup file": Hostile(
        "be run by Python at its start",
        beside({"sitecustomize.py": f"open('/tmp/{MARK}', 'w')".encode()}),
        "is a program or a database",
    ),
    "settings for nbgrader": Hostile(
        "give nbgrader other settings",
        beside({"nbgrader_config.py": b"c.Autograde.enabled = False"}),
        "is a program or a database",
    ),
    "a gradebook of its own": Hostile(
        "bring a gradebook along", beside({"gradebook.db": b"SQLite"}), "is a program or a database"
    ),
    "input transformer": Hostile(
        "rewrite the cells that run after it",
        code("get_ipython().input_transformers_post.append(lambda lines: ['pass'])"),
        ERROR,
    ),
    "reads the source": Hostile(
        "read the keys", code("k = open('COHORT/source/01_root_causes/catalog.json').read()"), ERROR
    ),
    "reads the gradebook": Hostile(
        "read others' points",
        code("g = open('COHORT/gradebook.db', 'rb').read()"),
        ERROR,
        in_suite=True,
    ),
    "writes the gradebook": Hostile(
        "give itself points",
        code(
            "import sqlite3\nb = sqlite3.connect('COHORT/gradebook.db')\n"
            "b.execute('update grade set auto_score = 99')\nb.commit()"
        ),
        ERROR,
    ),
    "reads a neighbor": Hostile(
        "copy another's answers",
        code("n = open('COHORT/submitted/ana/01_root_causes/answers.json').read()"),
        ERROR,
    ),
    "reads the home": Hostile(
        "read what the grader keeps",
        code("import os\nos.listdir('HOME')\nopen('HOME/.bashrc')"),
        ERROR,
    ),
    "reads the system": Hostile("list accounts", code("p = open('/etc/passwd').read()"), ERROR),
    "reads the environment": Hostile(
        "find a password in the grader's environment",
        code("import os\ne = open('/proc/1/environ').read()\nassert 'HOSTILE_SECRET' in e, 'none'"),
        ERROR,
        in_suite=True,
    ),
    "writes outside": Hostile(
        "leave a file on the grader's disk", code("open('OUTSIDE', 'w').write('x')"), ERROR
    ),
    "writes into Python": Hostile(
        "change Python itself", code("import os\nopen(os.__file__, 'a').write('x')"), ERROR
    ),
    "network": Hostile(
        "tell somebody on the network",
        code("import socket\nsocket.create_connection(('127.0.0.1', PORT), 2).send(b'x')"),
        ERROR,
    ),
    "socket to the host": Hostile(
        "tell the computer around this one",
        code("import socket\nsocket.socket(40, socket.SOCK_STREAM)"),
        ERROR,
    ),
    "socket to the kernel": Hostile(
        "ask the kernel about the network",
        code("import socket\nsocket.socket(socket.AF_NETLINK, socket.SOCK_RAW)"),
        ERROR,
    ),
    "outlives grading": Hostile(
        "go on after it was graded",
        code(
            "import os, time\nif not os.fork():\n  os.setsid()\n  if not os.fork():\n"
            "    while True: time.sleep(1)"
        ),
        ERROR,
        in_suite=True,
    ),
    "starts programs": Hostile(
        "start a shell", code("import subprocess\nsubprocess.run(['/bin/sh', '-c', 'id'])"), ERROR
    ),
    "fork bomb": Hostile("fill the computer", code("import os\nwhile True: os.fork()"), ERROR),
    "memory": Hostile("take all memory", code("m = []\nwhile True: m.append(b'x' * 10**8)"), ERROR),
    "shared memory": Hostile(
        "take memory that no limit counts",
        code(
            "import ctypes\nc = ctypes.CDLL(None)\n"
            "while c.shmget(0, 10**9, 0o1600) != -1: pass\nraise MemoryError"
        ),
        ERROR,
    ),
    "shared files": Hostile(
        "fill /dev/shm",
        code("for n in range(10**6): open(f'/dev/shm/{n}', 'wb').write(b'x' * 10**6)"),
        ERROR,
    ),
    "disk": Hostile(
        "fill the disk",
        code("for n in range(10**6): open(f'/tmp/{n}', 'wb').write(b'x' * 10**6)"),
        ERROR,
    ),
    "output": Hostile(
        "flood the grader with output",
        code(
            "import os\nfor d in range(3, 64):\n  try:\n    while True: os.write(d, b'x' * 10**5)\n"
            "  except OSError: pass"
        ),
        STOPPED,
    ),
    "endless loop": Hostile(
        "keep the grader waiting", code("while True: pass"), STOPPED, in_suite=True
    ),
    "catches signals": Hostile(
        "not be stopped",
        code(
            "import signal\nfor n in range(1, 65):\n"
            "  try: signal.signal(n, lambda *a: None)\n  except (OSError, ValueError): pass\n"
            "while True:\n  try:\n    while True: pass\n  except BaseException: pass"
        ),
        STOPPED,
    ),
    "ends the process": Hostile(
        "end the grader with itself", code("import os\nos.kill(-1, 9)\nos._exit(0)"), ERROR
    ),
    "crash": Hostile("crash Python", code("import ctypes\nctypes.string_at(1)"), STOPPED),
    "forged value lines": Hostile(
        "say that the check had passed",
        code(
            "import json, os\nvalues = {'q1-check': 2, 'points': 99}\n"
            "said = {'cell': 0, 'points': 99, 'values': values, 'printed': '', 'error': ''}\n"
            "for d in range(3, 64):\n  try: os.write(d, json.dumps(said).encode() + b'\\n')\n"
            "  except OSError: pass"
        ),
        REACHES,
        in_suite=True,
    ),
    "cyclic value": Hostile(
        "make the reader of values go round",
        code("class A(dict): pass\na = A(); a['a'] = a\nrate_difference = a\nraise KeyError"),
        ERROR,
    ),
    "giant value": Hostile(
        "make the reader of values choke", code("rate_ratio = 'x' * 5 * 10**7"), TYPED
    ),
    "becomes root": Hostile("open the walls", code("import os\nos.setuid(0)"), ERROR),
    "forged metadata": Hostile(
        "say that its check is worth 99",
        cell(
            CHECK,
            metadata={
                "nbgrader": {
                    **{"grade": True, "grade_id": CHECK, "points": 99, "locked": False},
                    **{"solution": True, "task": False, "schema_version": 3},
                }
            },
            source="pass",
        ),
        "was changed, and the released one was used",
        in_suite=True,
    ),
    "forged output": Hostile(
        "show that its check had passed, in outputs, which are never read",
        added_cell("print('Right.')  # 2"),
        ODD,
    ),
    "partial credit": Hostile(
        "end its check with a number",
        cell(CHECK, source="2"),
        "was changed, and the released one was",
    ),
    "doubled check": Hostile(
        "have its check twice", doubled_check, "was there more than once", in_suite=True
    ),
    "script in text": Hostile("run a script in the reader's browser", markup, ODD),
    "spreadsheet formula": Hostile(
        "run a formula in the facilitator's spreadsheet",
        code("raise ValueError('=HYPERLINK(\"http://example.org\")')"),
        ERROR,
    ),
    "formula as a name": Hostile(
        "begin a cell of the facilitator's spreadsheet",
        lambda page, around: {FILE: answers(GIVEN), "=1+1.ipynb": b"{"},
        "=1+1.ipynb could not be read",
    ),
    "formula behind a semicolon": Hostile(
        "begin a cell where semicolons do",
        code("raise ValueError(';=1+1')"),
        "The code met an error (ValueError:",
    ),
    "giant JSON": Hostile(
        "be too large to read",
        file_of(lambda: answers({**GIVEN, "q10_gap": "x" * 30_000_000})),
        "is larger than 20,000 characters",
    ),
    "deep JSON": Hostile(
        "nest lists so deep that reading fails",
        file_of(lambda: nested(4 * 10**5, end=False)),
        "is damaged",
    ),
    "nested answer": Hostile(
        "break the judge by lists in lists",
        file_of(lambda: nested(600, end=True)),
        "or deeper than pages give it",
    ),
    "a million lists": Hostile(
        "fill memory by the values of a file",
        many_lists(10**6, FILE),
        "holds far more than answers",
    ),
    "ten million lists": Hostile(
        "fill it by a larger one", many_lists(10**7, FILE), "holds far more than answers"
    ),
    "a million lists in the notebook": Hostile(
        "fill it by the notebook", many_lists(10**6, NOTEBOOK), "holds far more than a page does"
    ),
    "flood of text": Hostile(
        "fill the reader's page",
        many_cells(300, "markdown", "1\n" * 9_000),
        "the first 500,000 characters were looked at",
    ),
    "flood of words": Hostile(
        "fill it by a larger notebook",
        many_cells(1_900, "raw", "word " * 4_000),
        "the first 500,000 characters were looked at",
    ),
    "flood of code": Hostile(
        "keep the grader busy with code",
        many_cells(400, "code", "rate_difference = 1\n" * 1_000),
        "The code was not run: the page holds more than 1,000,000 characters",
    ),
    "zip bomb": Hostile(
        "fill memory by a small file",
        packed(lambda archive: archive.writestr(NOTEBOOK, b"0" * 100_000_001)),
        "is larger than 100 MB",
    ),
    "ten thousand files": Hostile("fill memory by many", packed(many_files), "holds more than"),
    "spoiled zip file": Hostile(
        "stop the reading of all others", spoiled, "is damaged and was not read"
    ),
    "name of 300 letters": Hostile(
        "stop the writing of all others",
        packed(lambda archive: archive.writestr(f"answers ({'x' * 300}).json", answers(GIVEN))),
        "There were 2 files of answers",
    ),
    "name that is not Unicode": Hostile(
        "stop the reading of all others by a name",
        lambda page, around: {FILE: answers(GIVEN), "answers (\udcff).json": answers(GIVEN)},
        "There were 2 files of answers",
    ),
    "escape in a name": Hostile(
        "move the facilitator's cursor and hide what follows",
        lambda page, around: {
            FILE: answers(GIVEN),
            f"{NOTEBOOK[:-6]} \x1b[2J\x9b8m\u202e.ipynb": b"{",
        },
        "could not be read",
    ),
    "path trick": Hostile(
        "be written outside of its folder",
        packed(lambda archive: archive.writestr(f"../../../../tmp/{FILE}", b"{}")),
        "with a path that leads out of it",
        in_suite=True,
    ),
    "link": Hostile("lead to the grader's files", packed(link), "is a link and was not read"),
}
