"""JupyterLab's settings and page as a learner, or an author, has them."""

import json
from pathlib import Path
from typing import Any

from groundwork.learner.files import write_text
from groundwork.learner.workspace import START

EXTENSIONS = Path(__file__).with_name("labextension")
PAGE_CONFIG = EXTENSIONS / "learner_page_config.json"
OVERRIDES = EXTENSIONS / "learner_overrides.json"
DOCUMENTS = "@jupyterlab/docmanager-extension:plugin"


def learner_settings(workspace: Path, author: bool) -> Path:
    """Lay JupyterLab's settings for learners where it looks for them."""
    folder = workspace / ".groundwork" / "lab" / "settings"
    wanted = OVERRIDES.read_text(encoding="utf-8")
    if author:
        settings = json.loads(wanted)
        settings[DOCUMENTS]["autosave"] = False
        wanted = json.dumps(settings)
    target = folder / "overrides.json"
    if not target.is_file() or target.read_text(encoding="utf-8") != wanted:
        write_text(target, wanted)
    return folder


def learner_page(
    _handler: Any, page: dict[str, Any], *, author: bool = False, again: str = ""
) -> dict[str, Any]:
    """Add the learner's view to the page's configuration."""
    ours = json.loads(PAGE_CONFIG.read_text(encoding="utf-8"))
    off = ours.pop("disabledExtensions", {})
    names = [*page.get("disabledExtensions", []), *(name for name, yes in off.items() if yes)]
    # No build can be stale here, and looking for one keeps the server busy for a second.
    page["groundworkStart"] = START
    page["groundworkAgain"] = again
    if author:
        page["groundworkAuthor"] = "yes"  # see static/author.js
    page.update(ours, disabledExtensions=sorted(set(names)), buildAvailable=False, buildCheck=False)
    # JupyterLab fetches the code of a disabled extension all the same, unless it is not listed.
    page["federated_extensions"] = [
        extension
        for extension in page.get("federated_extensions", [])
        if extension["name"] not in off
    ]
    return page
