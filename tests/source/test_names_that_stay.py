"""What learners of version 0.1 kept is found under the names it had: nothing is renamed."""

from pathlib import Path

from groundwork.authoring.source import course, reader

ROOT = Path(__file__).parents[2]
KEPT = {
    ("00_start_here", "me"),
    ("00_start_here", "unit"),
    ("00_start_here", "next_step"),
    ("01_root_causes", "me"),
    ("01_root_causes", "unit"),
    ("01_root_causes", "next_step"),
}
MADE = {"readiness_profile", "root_cause_map", "power_map", "department_timeline", "place"}
CELLS = {"00_start_here": ("start-01", "start-25"), "01_root_causes": ("root-01", "root-36")}


def test_kept_reflections_maps_and_ratings_have_the_names_they_had() -> None:
    pages = [reader.read(path)[0] for path, kind in course.texts(ROOT).items() if kind == "lesson"]
    kept = [
        (page.name, block.options["kept"].value if "kept" in block.options else block.name)
        for page in pages
        for block in page.blocks
        if block.kind == "reflect"
    ]
    assert set(kept) >= KEPT
    assert len(kept) == len(set(kept))
    assert {block.name for page in pages for block in page.blocks} >= MADE
    for page in pages:
        if page.name in CELLS:
            assert (page.cells[0].id, page.cells[-1].id) == CELLS[page.name]
