"""How a notebook shows what is not a widget or a chart of ours."""

import sys
from typing import Any


def show_data_frames() -> None:
    """Have every data frame of this notebook shown as a table for everyone.

    Outside a notebook nothing happens, and pandas is not imported.
    """
    python = sys.modules.get("IPython")
    shell = python.get_ipython() if python else None
    if shell:
        formatter = shell.display_formatter.formatters["text/html"]
        formatter.for_type_by_name("pandas", "DataFrame", _page_of)


def _page_of(frame: Any) -> str:
    from groundwork.screen.data_frame import page_of

    return page_of(frame)
