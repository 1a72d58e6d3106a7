"""What the cells of lesson 06 make, by the lesson's own page."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "modules" / "06_budget_baseline.ipynb"
CALL = re.compile(r'(\w+)\("(\w+)"\)')
CALLS = [
    call.groups()
    for cell in json.loads(PAGE.read_text(encoding="utf-8"))["cells"]
    if cell["cell_type"] == "code" and (call := CALL.fullmatch("".join(cell["source"])))
]
MADE = [(kind, name) for kind, name in CALLS if kind not in ("ask", "reflect")]
"""What calls each, and its name."""
PRACTICE = {"two_raters", "who_bears", "tag_twice"}
"""Riverbend County alone, in the words of its invented papers, whatever is the learner's own."""
