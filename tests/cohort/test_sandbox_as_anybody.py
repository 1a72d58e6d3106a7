"""The walls hold for whoever grades: as root, which becomes nobody, and as an ordinary user.

The other tests of the sandbox run as whoever runs the tests. As root, this one runs again as a user
who owns nothing; as an ordinary user it adds nothing, and is left out.
"""

import json
import os
import subprocess
import sys

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
