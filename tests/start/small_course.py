"""A small course with a real start.py, real environments and real pip, but tiny packages."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BACKEND = """
import pathlib, zipfile
NAME = "groundwork-1.0-py3-none-any.whl"
INFO = "groundwork-1.0.dist-info/"
METADATA = "Metadata-Version: 2.1\\nName: groundwork\\nVersion: 1.0\\n"
WHEEL = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / NAME, "w") as wheel:
        wheel.writestr("groundwork.pth", str(pathlib.Path("src").resolve()))
        wheel.writestr(INFO + "METADATA", METADATA)
        wheel.writestr(INFO + "WHEEL", WHEEL)
        wheel.writestr(INFO + "RECORD", "")
    return NAME
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "groundwork"
version = "1.0"
"""
COMMAND = """
import signal, sys, time
import tiny
try:
    print("groundwork", *sys.argv[1:], "with tiny", tiny.VERSION, flush=True)
    if "wait" in sys.argv:
        time.sleep(60)
except KeyboardInterrupt:
    sys.exit(7)
"""


@dataclass(frozen=True)
class Course:
    """The folder of the small course, and the packages it can install."""

    folder: Path
    wheels: Path

    def environment(self, **extra: str) -> dict[str, str]:
        """Return surroundings in which pip knows the wheels and nothing else."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "GROUNDWORK"))}
        pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri()}
        # Without a console, Windows would give the letters of another age.
        letters = {"PYTHONIOENCODING": "utf-8"}
        return kept | pip | letters | {"PIP_CONFIG_FILE": os.devnull} | extra

    def command(self, *arguments: str, python: str = sys.executable) -> list[str]:
        """Return the command line of a start."""
        return [python, str(self.folder / "start.py"), *arguments]

    def start(self, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run start.py to its end."""
        return subprocess.run(
            self.command(*arguments),
            env=self.environment(**extra),
            cwd=self.folder.parent,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )

    def lock(self, *wheels: Path, name: str = "requirements.lock") -> None:
        """Write a lock that pins these wheels, and one package of another system."""
        lines = []
        for wheel in wheels:
            package, version = wheel.name.split("-")[:2]
            digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
            lines.append(f"{package}=={version} \\\n    --hash=sha256:{digest}\n")
        lines.append(f"other==1 ; sys_platform == 'none' \\\n    --hash=sha256:{'0' * 64}\n")
        (self.folder / name).write_text("".join(lines), encoding="utf-8")

    def wheel(self, package: str, version: str, **files: bytes) -> Path:
        """Make a wheel with a module, and further files beside it."""
        path = self.wheels / f"{package}-{version}-py3-none-any.whl"
        info = f"{package}-{version}.dist-info"
        about = f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
        kept = {f"{package}/{name}": content for name, content in files.items()}
        inside = {
            f"{package}/__init__.py": f"VERSION = {version!r}\n".encode(),
            f"{package}/__main__.py": b"import sys\nprint('arguments', *sys.argv[1:])\n",
            **kept,
            f"{info}/METADATA": about.encode(),
            f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = "".join(
            f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in inside.items()
        )
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in inside.items():
                archive.writestr(name, content)
            archive.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
        return path


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def make_course(folder: Path, wheels: Path) -> Course:
    """Lay a small course into a folder."""
    package = folder / "src" / "groundwork"
    package.mkdir(parents=True)
    (folder / "modules").mkdir()
    wheels.mkdir(exist_ok=True)
    shutil.copy(ROOT / "start.py", folder)
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(COMMAND, encoding="utf-8")
    course = Course(folder, wheels)
    course.lock(course.wheel("tiny", "1.0"))
    return course
