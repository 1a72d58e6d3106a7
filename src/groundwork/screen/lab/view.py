"""Lay into a Python environment what its JupyterLab and its kernels read of us."""

import json
import shutil
from pathlib import Path

from groundwork.learner.files import write_text
from groundwork.screen.lab.learner_page import EXTENSIONS, OVERRIDES, PAGE_CONFIG

# IPython reads it for the kernels of this environment alone; a history in the home of whoever
# learns would tell when they worked, and no page of ours looks at it.
KERNELS = Path("etc", "ipython", "ipython_kernel_config.json")


def keep_no_history(prefix: Path) -> None:
    """Let the kernels of an environment keep no history of code; other settings there stay.

    Raises
    ------
    OSError
        When the environment cannot be written.
    """
    path = prefix / KERNELS
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        settings = {}
    history = settings.setdefault("HistoryManager", {})
    if history.get("enabled") is not False:
        history["enabled"] = False
        write_text(path, json.dumps(settings, indent=1) + "\n")


def lay_view(prefix: Path) -> None:
    """Give every JupyterLab of an environment the learner's view and the extension.

    For images such as Binder's or a hub's; `groundwork open` needs none of it. Other settings stay.

    Parameters
    ----------
    prefix
        The environment's folder, ``sys.prefix`` of its Python.
    """
    from jupyter_server.config_manager import BaseJSONConfigManager

    keep_no_history(prefix)
    # setuptools leaves the data files that pyproject.toml names out of an editable installation.
    extension = prefix / "share" / "jupyter" / "labextensions" / "groundwork"
    shutil.copytree(EXTENSIONS / "groundwork", extension, dirs_exist_ok=True)
    settings = BaseJSONConfigManager(config_dir=str(prefix / "etc" / "jupyter" / "labconfig"))
    for section, file in [("page_config", PAGE_CONFIG), ("default_setting_overrides", OVERRIDES)]:
        settings.update(section, json.loads(file.read_text(encoding="utf-8")))
