"""Lay the learner's view into a Python environment whose JupyterLab somebody else starts."""

import json
import shutil
from pathlib import Path

from groundwork.screen.lab.server import EXTENSIONS, OVERRIDES, PAGE_CONFIG


def lay_view(prefix: Path) -> None:
    """Give every JupyterLab of an environment the learner's view and the extension.

    For images such as Binder's or a hub's; `groundwork open` needs none of it. Other settings stay.

    Parameters
    ----------
    prefix
        The environment's folder, ``sys.prefix`` of its Python.
    """
    from jupyter_server.config_manager import BaseJSONConfigManager

    # setuptools leaves the data files that pyproject.toml names out of an editable installation.
    extension = prefix / "share" / "jupyter" / "labextensions" / "groundwork"
    shutil.copytree(EXTENSIONS / "groundwork", extension, dirs_exist_ok=True)
    settings = BaseJSONConfigManager(config_dir=str(prefix / "etc" / "jupyter" / "labconfig"))
    for section, file in [("page_config", PAGE_CONFIG), ("default_setting_overrides", OVERRIDES)]:
        settings.update(section, json.loads(file.read_text(encoding="utf-8")))
