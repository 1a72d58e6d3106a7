"""Lay down a workspace as version 0.1 left it."""

import json
from pathlib import Path

FILES: dict[str, str] = json.loads(
    Path(__file__).with_name("workspace.json").read_text(encoding="utf-8")
)


def unpack(folder: Path) -> Path:
    """Write every file into the folder, and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return folder
