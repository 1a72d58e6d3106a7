"""What nbgrader's own button for feedback writes in a cohort's folder: our page, as our command."""

from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode

from groundwork.cohort import giving_back
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import is_ours


class Feedback(HTMLExporter):
    """nbgrader's exporter, for every exercise that is not ours; ours gets the page of ours."""

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **named: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of the hand-in that the notebook is the graded page of."""
        about = (resources or {}).get("nbgrader", {})
        place = Cohort(Path(self.parent.coursedir.root))
        name = about.get("assignment", "")
        if resources is None or not is_ours(place.source(name)):
            output, found = super().from_notebook_node(nb, resources, **named)
            return output, found
        page = giving_back.page_of(place, name, about["student"])
        return page, {**resources, "output_extension": self.file_extension}
