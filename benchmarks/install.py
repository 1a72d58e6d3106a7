"""Size and time of a first start, against an ordinary install of the course's six packages alone.

python benchmarks/install.py FOLDER

Makes both installations in FOLDER, which must be new, one after the other and with pip's cache as
it is; run it twice, and the second time both read from the cache. Ours is start.py itself, up to
the moment when it hands over to the command: the environment, every locked package, the course.
"""

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

SIX = ["jupyterlab", "ipywidgets", "nbgrader", "pandas", "matplotlib", "nbval"]
ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    folder.mkdir(parents=True)
    course = folder / "course"
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in files.stdout.decode().strip("\0").split("\0"):
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, course / name)

    plain_time = timed(
        [sys.executable, "-m", "venv", str(folder / "plain")],
        [str(folder / "plain" / "bin" / "pip"), "install", "--quiet", *SIX],
    )
    our_time = timed([sys.executable, str(course / "start.py"), "--version"])
    plain_size, our_size = megabytes(folder / "plain"), megabytes(course / ".venv")
    print(f"time: ours {our_time:.0f} s, six packages {plain_time:.0f} s")
    print(f"size: ours {our_size:.0f} MB, six packages {plain_size:.0f} MB")
    print(f"ratios: time {our_time / plain_time:.2f}, size {our_size / plain_size:.2f} (goal 1.2)")


def timed(*commands: list[str]) -> float:
    """Run commands one after the other and return the seconds they took."""
    begin = time.perf_counter()
    for command in commands:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def megabytes(folder: Path) -> float:
    """Add up the sizes of a folder's files."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1_000_000


if __name__ == "__main__":
    main()
