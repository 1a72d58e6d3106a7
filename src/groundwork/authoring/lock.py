"""Keep the two lock files in step with pyproject.toml, the only list of dependencies."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from groundwork.learner.files import write_text
from groundwork.learner.workspace import course
from groundwork.subject.errors import UserError

BASE = "requirements.lock"
TEST = "requirements-test.lock"
EXTRAS = {BASE: (), TEST: ("test",)}

# Universal: one file serves every system. `--no-strip-extras`: pip's hash mode takes
# `jsonschema` and `jsonschema[format-nongpl]` for two things and refuses the second unless the
# pinned line names the extra. `--no-emit-index-url`: a lock must not name anybody's registry.
COMPILE = (
    *("--universal", "--generate-hashes", "--no-strip-extras"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"),
)


@dataclass(frozen=True)
class Pin:
    """One locked package: the name as pip compares it, the line without hashes, their number."""

    name: str
    version: str
    line: str
    hashes: int


def generate(check: bool) -> list[str]:
    """Write the lock files that are stale, or only say which are.

    Parameters
    ----------
    check
        Whether to leave the files alone. The check needs no network and no uv.

    Returns
    -------
    list of str
        A sentence for each thing that was found stale.
    """
    root = course()
    stale = problems(root)
    if stale and not check:
        for name in EXTRAS:
            _compile(root, name)
    return stale


def problems(root: Path) -> list[str]:
    """Say in which way the locks of a source folder differ from its pyproject.toml."""
    found = []
    for name, extras in EXTRAS.items():
        path = root / name
        if not path.is_file():
            found.append(f"{name} is missing.")
            continue
        text = path.read_text(encoding="utf-8")
        asked = asked_for(root, extras)
        if f"sha256={digest(asked)}" not in text.partition("\n\n")[0]:
            found.append(f"{name} was made from another list of dependencies.")
        found += _address_lines(name, text) + _unmet(name, pins(text), asked)
    return found


def asked_for(root: Path, extras: tuple[str, ...]) -> list[str]:
    """List the requirements in pyproject.toml, with those of the named extras."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = list(project["dependencies"])
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    return asked


def lowest_python(root: Path) -> str:
    """Return the oldest Python that pyproject.toml admits, such as ``3.11``."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["requires-python"].removeprefix(">=")


def digest(asked: list[str]) -> str:
    """Return the mark that ties a lock to the requirements it was made from."""
    return hashlib.sha256(json.dumps(sorted(asked)).encode()).hexdigest()


def pins(text: str) -> list[Pin]:
    """Read the pinned packages of a lock file."""
    found = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        line = block.partition("\\")[0].strip()
        if match := re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;]+)", line):
            name = str(canonicalize_name(match[1]))
            found.append(Pin(name, match[2], line, block.count("--hash=sha256:")))
    return found


def _address_lines(name: str, text: str) -> list[str]:
    return [
        f"{name}, line {number}, holds an address."
        for number, line in enumerate(text.splitlines(), start=1)
        if "://" in line or line.startswith("-")
    ]


def _unmet(name: str, pinned: list[Pin], asked: list[str]) -> list[str]:
    found = [f"{name}: {pin.line} has no hash." for pin in pinned if not pin.hashes]
    for requirement in map(Requirement, asked):
        matching = [pin for pin in pinned if pin.name == canonicalize_name(requirement.name)]
        if not matching:
            found.append(f"{name}: {requirement.name} is missing.")
        found += [
            f"{name}: {pin.line}, but pyproject.toml asks for {requirement.specifier}."
            for pin in matching
            if not requirement.specifier.contains(pin.version, prereleases=True)
        ]
    return found


def _compile(root: Path, name: str) -> None:
    """Resolve one lock with uv; what is pinned already stays, as far as it fits."""
    extras = [part for extra in EXTRAS[name] for part in ("--extra", extra)]
    constraint = [] if name == BASE else ["-c", BASE]
    command = [
        *(_uv(), "pip", "compile", "pyproject.toml", *extras, *constraint, *COMPILE),
        *("--python-version", lowest_python(root), "--output-file", name),
    ]
    try:
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    except subprocess.CalledProcessError as error:
        raise UserError(
            f"{name} could not be made; uv says why above.",
            "Check the network and the dependencies in pyproject.toml, then try again.",
        ) from error
    header = (
        f"# Made from pyproject.toml by `python3 start.py build`; do not edit.\n"
        f"# pyproject.toml: sha256={digest(asked_for(root, EXTRAS[name]))}\n\n"
    )
    # uv leaves the comments of a file that it rewrites out, so the header is ours to add again.
    write_text(root / name, header + (root / name).read_text(encoding="utf-8"))


def _uv() -> str:
    """Find uv beside this Python, or on the path."""
    beside = shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv := beside or shutil.which("uv"):
        return uv
    raise UserError(
        "uv is not installed, and only uv makes a lock for every system at once.",
        f'Type: "{sys.executable}" -m pip install "uv>=0.13,<0.14"',
    )
