"""Generate environment.yml, which Conda and Binder read, from pyproject.toml and its lock."""

from pathlib import Path

from groundwork.authoring.lock import BASE, lowest_python, pins
from groundwork.learner.files import write_text
from groundwork.learner.workspace import course

FILE = "environment.yml"


def generate(check: bool) -> list[str]:
    """Write environment.yml when it is stale, or only say that it is.

    Returns
    -------
    list of str
        A sentence when the file was found stale.
    """
    path = course() / FILE
    wanted = render(course())
    if path.is_file() and path.read_text(encoding="utf-8") == wanted:
        return []
    if not check:
        write_text(path, wanted)
    return [f"{FILE} differs from what {BASE} and pyproject.toml say."]


def render(root: Path) -> str:
    """Return the text of environment.yml for a source folder.

    The pins are written out without their hashes. `-r requirements.lock` beside `-e .` would
    be shorter, but pip then demands a hash of the folder itself, which cannot be given.
    repo2docker ignores the name, and takes the Python version from `python=`. It copies the course
    before it installs because of `-e .`, without which the lessons would not be found either.
    """
    lines = [
        "# Made by `python3 start.py build` from pyproject.toml and requirements.lock; edit those.",
        "# Conda: conda env create --file environment.yml && conda activate groundwork",
        "# Then type: groundwork open",
        "# Binder (repo2docker) reads this file as it is, and then runs postBuild.",
        "name: groundwork",
        "channels:",
        "  - conda-forge",
        "  - nodefaults",
        "dependencies:",
        f"  - python={lowest_python(root)}",
        "  - pip",
        "  - pip:",
        *(f'      - "{pin.line}"' for pin in pins((root / BASE).read_text(encoding="utf-8"))),
        '      - "-e ."',
    ]
    return "\n".join(lines) + "\n"
