"""Generate the dictionaries of the data sets, and the invented places, and notice when stale.

What a person writes: `dictionary.yaml` in each folder of data sets, the true CSV files, and the
generator of the invented ones. What comes out: `datapackage.json` and `README.md` in each folder,
and the invented CSV files. After a change run `python -m groundwork.authoring.datasets`.
"""

import argparse
import csv
import hashlib
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from groundwork.authoring import bibliography
from groundwork.learner.files import write_text
from groundwork.subject.errors import UserError

ROOT = Path(__file__).parents[3]
DATASETS = ROOT / "datasets"
GENERATOR = "generate.py"  # in each folder of an invented place
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
CONSTRAINTS = ("required", "unique", "minimum", "maximum", "pattern", "enum")


def generate(check: bool = False) -> list[str]:
    """Write what is generated under `datasets/`, or with `check` only compare it.

    Returns
    -------
    list of str
        The files that were stale, as paths from the repository's root.
    """
    made = _invented_tables()
    for folder in sorted(path.parent for path in DATASETS.glob("**/dictionary.yaml")):
        package = _package(folder, made)
        made[folder / "datapackage.json"] = (
            json.dumps(package, indent=2, ensure_ascii=False, default=str) + "\n"
        )
        made[folder / "README.md"] = _readme(package)
    stale = [path for path, text in made.items() if _text_of(path) != text]
    if not check:
        for path in stale:
            write_text(path, made[path])
    return [path.relative_to(ROOT).as_posix() for path in sorted(stale)]


def _text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _invented_tables() -> dict[Path, str]:
    """Run the generator of each invented place into a folder of its own and return the files."""
    made = {}
    for generator in sorted(DATASETS.glob(f"*/{GENERATOR}")):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-B", str(generator), "--into", folder]
            subprocess.run(command, check=True)
            for path in sorted(Path(folder).glob("*.csv")):
                made[generator.parent / path.name] = path.read_text(encoding="utf-8")
    return made


def _package(folder: Path, made: Mapping[Path, str]) -> dict[str, Any]:
    """Compose the Data Package of one folder from its dictionary and its CSV files."""
    words = yaml.safe_load((folder / "dictionary.yaml").read_text(encoding="utf-8"))
    listed = {f"{name}.csv" for name in words["resources"]}
    there = {path.name for path in folder.glob("*.csv")}
    there |= {path.name for path in made if path.parent == folder and path.suffix == ".csv"}
    if listed != there:
        raise UserError(
            f"{folder / 'dictionary.yaml'} and the CSV files beside it differ: "
            f"{', '.join(sorted(listed ^ there))}.",
            "Describe each file under `resources`, by its name without .csv.",
        )
    resources = []
    for name in words["resources"]:
        path = folder / f"{name}.csv"
        text = made.get(path) or path.read_text(encoding="utf-8")
        resources.append(_resource(name, words, text))
    return {
        "$schema": PROFILE,
        "name": words["name"],
        "title": words["title"],
        "description": words["description"],
        "asOf": words["as_of"],
        "invented": words.get("invented", False),
        "resources": resources,
    }


def _resource(name: str, words: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Compose the resource of one CSV file: what the dictionary says, and what the file holds."""
    said = words["resources"][name]
    fields = [_field(entry, words["fields"]) for entry in said["fields"]]
    reader = csv.DictReader(io.StringIO(text))
    rows = list(reader)
    if reader.fieldnames != [field["name"] for field in fields]:
        raise UserError(
            f"{name}.csv has the columns {', '.join(reader.fieldnames or ())}, but dictionary.yaml "
            f"lists {', '.join(field['name'] for field in fields)}.",
            "List the columns in the order of the file.",
        )
    raw = text.encode("utf-8")
    return {
        "name": name,
        "path": f"{name}.csv",
        "type": "table",
        "title": said["title"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "rows": len(rows),
        "years": said.get("years") or _years(rows),
        "asOf": said.get("as_of", words["as_of"]),
        "invented": words.get("invented", False),
        "sources": said.get("sources") or _sources(rows),
        "licenses": [words["licenses"][said.get("license", words["license"])]],
        "limits": said["limits"],
        "counted": " ".join(said.get("counted", "").split()),
        "beside": " ".join(said.get("beside", "").split()),
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": fields,
            "primaryKey": said["key"],
            "missingValues": [""],
        },
    }


def _field(entry: str | Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    """One Table Schema field, from its own entry or the shared one of that name."""
    if isinstance(entry, str):
        name, said = entry, shared[entry]
    else:
        ((name, said),) = entry.items()
    field = {"name": name, "type": said["type"], "description": said["description"]}
    if "unit" in said:
        field["unit"] = said["unit"]
    if rules := {key: said[key] for key in CONSTRAINTS if key in said}:
        field["constraints"] = rules
    return field


def _years(rows: Sequence[Mapping[str, str]]) -> str:
    years = sorted({int(row["year"]) for row in rows})
    return str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"


def _sources(rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Each publication named in the rows, once, in the order of the file, as the course cites it.

    `cite` is its key in the bibliography, and `path` its address where that has one.
    """
    known = _bibliography()
    pairs = dict.fromkeys((row["source"], row["publisher"]) for row in rows)
    return [_source(known, source, publisher) for source, publisher in pairs]


def _source(known: bibliography.Bibliography, source: str, publisher: str) -> dict[str, str]:
    key = known.key_of(source, publisher)
    if key is None:
        raise UserError(
            f"{source!r} of {publisher} is not in {bibliography.FILE}.",
            f"Add it there, with the line “{source} | {publisher}” under rows.",
        )
    address = known.entry(key).data.get("URL")
    return {
        "title": f"{source}, {publisher}",
        "cite": key,
        **({"path": address} if address else {}),
    }


@cache
def _bibliography() -> bibliography.Bibliography:
    return bibliography.read(DATASETS / bibliography.FILE)


def _readme(package: Mapping[str, Any]) -> str:
    """The dictionary as a page that a person reads."""
    lines = [f"# {package['title']}", "", package["description"].strip(), ""]
    lines += ["Generated from `dictionary.yaml` and the CSV files: do not edit.", ""]
    lines += ["| file | what | years | rows |", "| --- | --- | --- | --- |"]
    for resource in package["resources"]:
        lines.append(
            f"| [{resource['path']}](#{resource['name']}) | {resource['title']} "
            f"| {resource['years']} | {resource['rows']:,} |"
        )
    for resource in package["resources"]:
        lines += ["", *_readme_section(resource)]
    return "\n".join(lines) + "\n"


def _readme_section(resource: Mapping[str, Any]) -> list[str]:
    lines = [f"## {resource['name']}", "", f"{resource['title']}.", ""]
    lines += [f"- Source: {source['title']}" for source in resource["sources"]]
    lines += [f"- Years: {resource['years']}. As of {resource['asOf']}."]
    lines += [f"- License: {license['title'].strip()}" for license in resource["licenses"]]
    if resource["counted"]:
        lines.append(f"- Who is counted: {resource['counted']}")
    lines += [f"- Limit: {limit}" for limit in resource["limits"]]
    lines += ["", "| column | type | unit | meaning |", "| --- | --- | --- | --- |"]
    for field in resource["schema"]["fields"]:
        meaning = field["description"].strip()
        if allowed := field.get("constraints", {}).get("enum"):
            meaning += f" One of: {', '.join(str(value) for value in allowed)}."
        lines.append(f"| {field['name']} | {field['type']} | {field.get('unit', '')} | {meaning} |")
    key = ", ".join(resource["schema"]["primaryKey"])
    return [*lines, "", f"One row for each: {key}."]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write, or with `--check` compare, and name what was stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when stale")
    args = parser.parse_args(arguments)
    stale = generate(check=args.check)
    for path in stale:
        print(f"{'stale' if args.check else 'written'}: {path}")
    return 1 if args.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
