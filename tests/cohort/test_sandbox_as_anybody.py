"""The walls hold for whoever grades: as root, which becomes nobody, and as an ordinary user.

The other tests of the sandbox run as whoever runs the tests. As root, this one runs again as a user
who owns nothing; as an ordinary user it adds nothing, and is left out.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from walls_needed import need_walls

from groundwork.cohort import walls

pytestmark = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0, reason="an ordinary user runs all tests of the sandbox"
)
TRIES = """
import json, os
from groundwork.cohort.sandbox import Job, run, why_not

CODE = {
    "a value": "x = 1 + 1",
    "the library": "from groundwork.lesson import given; x = given('q')['a']",
    "reads the system": "x = open('/etc/passwd').read()",
    "writes outside": "open('/tmp/../left', 'w'); x = 1",
    "starts a process": "x = os.fork()",
    "the network": "import socket; x = socket.create_connection(('127.0.0.1', 1)) and 1",
    "becomes root": "os.setuid(0); x = os.geteuid()",
    "another space": "import ctypes; x = ctypes.CDLL(None).unshare(0x10000000) == 0 or None",
    "memory": "x = len(bytearray(8 * 2**30))",
    "who it is": "x = os.geteuid() == 0",
}
made = {"whoever": os.geteuid(), "why not": why_not()}
for name, code in CODE.items():
    ran = run(Job((f"import os\\n{code}",), ("x",), {"q": {"a": 2.5}}), 10)
    made[name] = ran.not_run or ran.stopped or (ran.values[0]["x"] if ran.values else None)
print(json.dumps(made))
"""


def test_an_ordinary_user_has_the_same_walls() -> None:
    """Python and the course may lie where only root can read: they are laid out for the user."""
    need_walls()
    grader = [sys.executable, "-c", TRIES]
    ran = subprocess.run(
        walls.as_nobody(walls.tool("bwrap"), walls.tool("setpriv"), grader),
        env={"HOME": "/tmp", "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        cwd="/",
    )
    assert ran.returncode == 0, ran.stderr
    made = json.loads(ran.stdout)
    assert (made.pop("whoever"), made.pop("why not")) == (65534, "")
    assert (made.pop("a value"), made.pop("the library")) == (2, 2.5)
    assert made.pop("who it is") is False
    assert made == dict.fromkeys(made), made


HOME = "/home/grader"
KEPT = {  # what an ordinary grader's own folder holds, as paths in it
    ".ssh/id_ed25519": "a key",
    ".netrc": "a password",
    ".bash_history": "what was typed",
    ".config/gh/hosts.yml": "a token",
    ".mozilla/firefox/cookies.sqlite": "who is signed in",
    "Documents/staff.csv": "names of people",
    "winter/gradebook.db": "points of people",
    "winter/source/01_root_causes/catalog.json": "the keys",
    "winter/submitted/ana/01_root_causes/answers.json": "a neighbor's answers",
    "groundwork-course/.git/config": "beside the course",
    "groundwork-course/my_work/kept.txt": "a reflection",
}
LOOKING = """
import os
seen, texts = [], []
for root in ("HOME", "/home", os.path.join("/proc/1/root", "home"), "/tmp", "/var", "/etc", "/run"):
    for folder, folders, files in os.walk(root):
        folders[:] = [each for each in folders if each not in (".venv", "alternatives")]
        folders[:] = [each for each in folders if os.path.join(folder, each) != "COURSE"]
        seen += [os.path.join(folder, each) for each in files]
for path in PATHS:
    for each in (path, "/proc/1/root" + path, "/proc/self/root" + path, os.path.relpath(path)):
        try:
            texts.append(open(each).read())
        except OSError:
            pass
x = {"files": seen, "texts": texts, "home": os.path.expanduser("~"), "in it": os.listdir("HOME")}
"""
LOOKS = f"""
import json, sys
from pathlib import Path
import groundwork
from groundwork.cohort.sandbox import Job, run, why_not

home = Path.home()
own = [each for each in home.rglob("*") if ".venv" not in each.parts and each.is_file()]
texts = [each.read_text() for each in own]
code = {LOOKING!r}.replace("HOME", str(home)).replace("PATHS", repr([str(each) for each in own]))
code = code.replace("COURSE", str(Path(groundwork.__file__).parents[1]))
told = dict(prefix=sys.prefix, readable=len(texts), why=why_not())
ran = run(Job((code,), ("x",)), 20)
print(json.dumps(dict(told, ran=[ran.stopped, *ran.errors], **ran.values[0]["x"])))
"""


def test_code_sees_nothing_of_an_ordinary_graders_own_home(tmp_path: Path) -> None:
    """The course's Python lies in that home, as it does on most computers; it alone is there."""
    need_walls()
    for inner, text in KEPT.items():
        (tmp_path / inner).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / inner).write_text(text)
    venv = tmp_path / "groundwork-course" / ".venv"
    venv.mkdir()
    for path in [tmp_path, *tmp_path.rglob("*")]:
        os.chown(path, int(walls.NOBODY), int(walls.NOBODY))
    there = f"{HOME}/{venv.relative_to(tmp_path)}"
    grader = [f"{there}/bin/python", "-c", LOOKS]
    line = walls.as_nobody(walls.tool("bwrap"), walls.tool("setpriv"), grader)
    at = line.index("--", line.index("--dev-bind"))
    own = ["--perms", "0755", "--dir", "/home"]
    own += ["--bind", str(tmp_path), HOME, "--ro-bind", sys.prefix, there]
    ran = subprocess.run(
        [*line[:at], *own, *line[at:]],
        env={"HOME": HOME, "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        cwd="/",
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert (told["prefix"], told["why"], told["ran"]) == (there, "", ["", ""])
    assert told["readable"] == len(KEPT), "whoever grades can read them"
    assert (told["texts"], told["files"]) == ([], [])
    assert (told["home"], told["in it"]) == ("/tmp", ["groundwork-course"])
