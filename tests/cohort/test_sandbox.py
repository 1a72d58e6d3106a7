"""Code behind walls reaches nothing, stops at its limits, and is gone before it is believed."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from walls_needed import need_walls

from groundwork.cohort import sandbox, system_calls, walls
from groundwork.cohort.sandbox import Job, Ran, run
from groundwork.cohort.system_calls import ALLOW

FORGED = """
import os, json
for descriptor in range(64):
    try:
        os.write(descriptor, json.dumps({line}).encode() + b"\\n")
    except OSError:
        pass
"""


@pytest.fixture
def behind(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Walls, and a word behind each command by which this test knows its own processes."""
    need_walls()
    word = f"of-one-test-{secrets.token_hex(8)}"
    command = walls.command
    monkeypatch.setattr(walls, "command", lambda *given: [*command(*given), word])
    yield word
    assert not processes(word), "something outlived its run"


def processes(word: str, program: str = "") -> set[str]:
    """Every process that is not a zombie and was started with a word, or those of one program."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        try:
            line = path.joinpath("cmdline").read_text().split("\0")
            named = word in line and program in ("", line[0])
            if named and ") Z " not in path.joinpath("stat").read_text():
                found.add(path.name)
        except OSError:
            continue
    return found


def ran(code: str, longest: float = 10) -> Ran:
    """Run one cell, and another after it."""
    return run(Job((code, "after = 1"), ("x", "after"), {"q": {"a": 2.5}}), longest)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("x = 1 / 3", 1 / 3),
        ("from groundwork.lesson import given\nx = given('q')['a'] * 2", 5.0),
        ("from groundwork.lesson import ask, check\nask('q')\nx = check('q')", None),
        ("import pandas as pd\nx = pd.Series([1.5, 2.5]).mean()", 2.0),
        ("from fractions import Fraction\nx = Fraction(1, 4)", 0.25),
        ("import numpy\nx = numpy.array([1, 2])", [1, 2]),
        ("def f():\n    return 4\nclass C: pass\nx = f()", 4),
        ("x = C = object()", None),
        ("x = {'a': 'b'}; x['x'] = x", None),
        ("x = 'y' * 50_000_000", None),
        ("x = 10 ** 6000", None),
    ],
    ids=range(11),
)
def test_values_come_out_as_data(behind: str, code: str, value: object) -> None:
    found = ran(code)
    assert (found.stopped, found.not_run) == ("", "")
    assert found.values[-1] == {"x": value, "after": 1}


def test_an_error_ends_its_own_cell(behind: str) -> None:
    found = ran("print('so far')\nx = undefined")
    assert found.values[-1]["after"] == 1
    assert found.printed[0] == "so far\n"
    assert found.errors[0] == "NameError: name 'undefined' is not defined"
    assert ran("raise SystemExit").values[-1]["after"] == 1


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("while True: pass", "it ran longer than 1.5 seconds"),
        ("import time\ntime.sleep(99)", "it ran longer than 1.5 seconds"),
        ("import os\nos._exit(0)", "it ended itself"),
        ("import os\nos.closerange(0, 99)\nimport time\ntime.sleep(99)", "it ran longer"),
        ("import ctypes\nctypes.string_at(1)", "it ended itself"),
        (
            "import os\nfor n in range(3, 64):\n  try:\n    while True: os.write(n, b'x' * 9999)\n"
            "  except OSError: pass",
            "it gave out more than 500 kB",
        ),
    ],
)
def test_what_does_not_end_is_stopped_and_what_came_before_counts(
    behind: str, code: str, says: str
) -> None:
    found = run(Job(("x = 7", code, "x = 8"), ("x",)), 1.5)
    assert says in found.stopped
    assert [each["x"] for each in found.values] == [7]


def test_the_processor_has_a_limit_of_its_own(behind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sandbox.LIMITS, "RLIMIT_CPU", 1)
    signals = "import signal\nfor n in range(1, 30):\n  try: signal.signal(n, lambda *_: None)\n"
    found = ran(f"{signals}  except (OSError, ValueError): pass\nwhile True: pass", 30)
    assert "it computed for more than 1 seconds" in found.stopped


@pytest.mark.parametrize(
    "code",
    [
        "x = bytearray(2 ** 31)",
        "x = []\nwhile True: x.append('y' * 10 ** 7)",
        "import os\nx = os.fork()",
        "import subprocess\nx = subprocess.run(['/usr/bin/true'])",
        "import threading\nt = threading.Thread(target=print)\nx = t.start()",
        "f = open('/tmp/f', 'wb')\nwhile True: f.write(b'y' * 10 ** 6)",
        "import itertools\nfor n in itertools.count():\n"
        "  open(f'/tmp/{n}', 'wb').write(b'y' * 9**6)",
        "import itertools\nfor n in itertools.count():\n"
        "  open(f'/dev/shm/{n}', 'wb').write(b'y' * 9**6)",
        "import os\nx = os.memfd_create('x')",
        "import ctypes\nc = ctypes.CDLL(None, use_errno=True)\n"
        "while c.shmget(0, 10 ** 8, 0o1600) != -1: pass\nraise OSError(ctypes.get_errno(), 'no')",
        "x = [open('/dev/null') for n in range(99)]",
        "import socket\nx = socket.create_connection(('127.0.0.1', PORT), 1)",
        "import socket\nx = socket.create_connection(('192.0.2.1', 80), 1)",
        "open('/left', 'w')",
        "open('/work', 'w')",
        "open('/usr/lib/left', 'w')",
        "import groundwork\nopen(groundwork.__file__, 'a')",
        "open('/proc/sys/kernel/hostname', 'w').write('x')",
        "import os\nos.kill(1, 9)\nos.kill(2, 9)",
        "import os\nos.setuid(0)",
        "import os\nos.mount('a', 'b')",
        "import socket\nsocket.socket(40, socket.SOCK_STREAM)",
        "import socket\nsocket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)",
        "import socket\nsocket.socketpair(30, socket.SOCK_STREAM)",
        "import os\nos.mknod('/tmp/d', 0o60600, os.makedev(254, 0))\nopen('/tmp/d', 'rb').read(1)",
    ],
    ids=range(25),
)
def test_what_reaches_too_far_meets_an_error(behind: str, code: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = ran(code.replace("PORT", str(server.getsockname()[1])))
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert not found.not_run
    assert found.errors[0] and not found.stopped, found
    assert found.values[-1] == {"x": found.values[-1]["x"], "after": 1}


def test_nothing_of_the_grader_can_be_seen(
    behind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDWORK_SECRET", "in the environment")
    (tmp_path / "gradebook.db").write_text("in a file")
    looking = f"""
import os, pathlib
found = []
for root in ["/", {str(tmp_path)!r}, {str(Path.home())!r}, "/etc", "/home", "/proc", "/dev"]:
    for folder, folders, files in os.walk(root):
        folders[:] = [each for each in folders if each not in ("usr", "site-packages", "task")]
        for name in set(files) & {{"environ", "gradebook.db", "catalog.json", "answers.json"}}:
            path = os.path.join(folder, name)
            found.append([path, open(path, "rb").read(9_000).decode("utf-8", "replace")])
x = [sorted({{each for each in os.environ}}), found]
"""
    names, found = ran(looking, 60).values[0]["x"]
    assert "GROUNDWORK_SECRET" not in names
    assert found and all(path.endswith("/environ") for path, _ in found)
    assert not any("GROUNDWORK_SECRET" in text or "HOME=/root" in text for _, text in found)


def test_nobody_runs_it_as_root_and_nothing_gives_rights_back(behind: str) -> None:
    read = "x = open('/proc/self/status').read(), open('/proc/self/uid_map').read()"
    status, uids = ran(read).values[0]["x"]
    said = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    assert "0" not in said["Uid"].split()
    for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        assert int(said[name], 16) == 0, name
    assert (said["NoNewPrivs"].strip(), said["Seccomp"].strip()) == ("1", "2")
    assert len(uids.splitlines()) == 1


@pytest.mark.parametrize(
    "line",
    [
        "{'cell': 1, 'values': {'x': 'forged'}, 'printed': '', 'error': ''}",
        "{'cell': 7, 'values': {'x': 'forged'}, 'printed': '', 'error': ''}",
        "{'cell': True, 'values': {'points': 99}, 'printed': 0, 'error': {}}",
        "{'cell': 0, 'values': []}",
        "[[[[]]]]",
        "'x' * 99999",
    ],
)
def test_a_forged_line_says_a_value_and_nothing_else(behind: str, line: str) -> None:
    found = ran(FORGED.replace("{line}", line))
    assert not found.stopped
    assert all(each.keys() == {"x", "after"} for each in found.values)
    assert len(found.values) == 2


@pytest.mark.parametrize("output", [b"[" * 100_000, b'{"cell": ' + b"9" * 9000, b"\xff\n\0{}"])
def test_lines_that_are_none_are_left_out(output: bytes) -> None:
    assert sandbox._ran(Job(("1",), ("x",)), output, "it ended itself") == Ran(
        stopped="it ended itself"
    )


def test_no_walls_no_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without bubblewrap, with one that is not allowed to work, and with one that is open."""
    marker = tmp_path / "it_ran"
    code = f"open({str(marker)!r}, 'w')"
    said = []
    denied = "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1"
    for script in ("", denied, "exec sleep 0"):
        (tmp_path / "bwrap").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "bwrap").chmod(0o755)
        place = str(tmp_path) if script else str(tmp_path / "nowhere")
        monkeypatch.setattr(walls, "WHERE_PROGRAMS_ARE", f"{place}:/usr/none")
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        sandbox.why_not.cache_clear()
        found = run(Job((code,), ()))
        said.append(found.not_run)
        assert not found.values and not marker.exists()
    sandbox.why_not.cache_clear()
    assert "is not installed here" in said[0] and "apt install bubblewrap" in said[0]
    assert "setting up uid map: Permission denied" in said[1] and "AppArmor" in said[1]
    assert "does not work here" in said[2]


@pytest.mark.parametrize(("platform", "says"), [("win32", "for this system"), ("darwin", "Linux")])
def test_other_systems_are_told(monkeypatch: pytest.MonkeyPatch, platform: str, says: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    sandbox.why_not.cache_clear()
    try:
        assert says in sandbox.why_not()
    finally:
        sandbox.why_not.cache_clear()


def test_walls_that_do_not_hold_are_noticed(behind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One wall after the other is taken away: no code is run any more."""
    taken = [
        ("--unshare-all", ["--unshare-user", "--unshare-pid"], "the network"),
        ("--seccomp", [], "memory"),
        ("--remount-ro", [], "a place to write"),
    ]
    command = walls.command
    for word, instead, says in taken:

        def without(*given: object, word: str = word, instead: list[str] = instead) -> list[str]:
            line = command(*given)  # type: ignore[arg-type]
            while word in line:
                at = line.index(word)
                line[at : at + (1 if word == "--unshare-all" else 2)] = instead
            return line

        with monkeypatch.context() as patch:
            patch.setattr(walls, "command", without)
            sandbox.why_not.cache_clear()
            assert says in sandbox.why_not(), word
    with monkeypatch.context() as patch:
        patch.setitem(sandbox.LIMITS, "RLIMIT_NPROC", 50)
        sandbox.why_not.cache_clear()
        assert "another process" in sandbox.why_not()
    sandbox.why_not.cache_clear()


def test_all_is_gone_when_the_grader_is_killed(behind: str) -> None:
    code = (
        "from groundwork.cohort import walls\n"
        "from groundwork.cohort.sandbox import *\n"
        "command = walls.command\n"
        f"walls.command = lambda *given: [*command(*given), {behind!r}]\n"
        "run(Job(('import time; time.sleep(99)',), ()), 99)"
    )
    grader = subprocess.Popen([sys.executable, "-c", code])
    until = time.monotonic() + 60
    # Until code runs: of a bubblewrap that is still at its walls, a process may wait for ever for
    # the one that was to let it go on.
    while not processes(behind, sys.executable) and time.monotonic() < until:
        time.sleep(0.02)
    assert processes(behind, sys.executable)
    grader.kill()
    grader.wait()
    while processes(behind) and time.monotonic() < until:
        time.sleep(0.02)
    assert not processes(behind)


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_of_calls_refuses_what_it_lists(machine: str) -> None:
    program = system_calls.program(machine)
    column, name = system_calls.MACHINES[machine]
    for call, numbers in system_calls.REFUSED.items():
        assert decided(program, name, numbers[column]) == system_calls.NOT_PERMITTED, call
    assert decided(program, name, 0) == ALLOW
    assert decided(program, name, 0x40000000) == system_calls.NOT_PERMITTED
    assert decided(program, name + 1, 0) == system_calls.KILL
    for makes in system_calls.MAKES_A_SOCKET.values():
        families = [f for f in range(64) if decided(program, name, makes[column], f) == ALLOW]
        assert families == [1, 2, 10], "those of this machine and of the internet"
        assert decided(program, name, makes[column], 2**31) == system_calls.NOT_PERMITTED
    assert system_calls.program("riscv64") == b""


def decided(program: bytes, machine: int, number: int, first: int = 0) -> int:
    """Run a filter as the kernel does, on a call with a first argument."""
    import struct

    steps = list(struct.iter_unpack("=HBBI", program))
    held = at = 0
    while True:
        code, true, false, value = steps[at]
        if code == system_calls.LOAD:
            held = {
                system_calls.NUMBER: number,
                system_calls.MACHINE: machine,
                system_calls.FIRST: first,
            }[value]
        elif code == system_calls.GIVE:
            return int(value)
        else:
            holds = held == value if code == system_calls.EQUAL else held >= value
            at += true if holds else false
        at += 1
