"""The subject floor runs where neither Jupyter nor nbgrader is, as in the browser edition."""

import subprocess
import sys

# Pyodide 314 has each of these (its lock names them), and the floor may use nothing else.
PYODIDE_HAS = ("numpy", "pandas", "yaml", "dateutil", "six", "pytz", "tzdata")

SCRIPT = f"""
import importlib, importlib.abc, pkgutil, sys

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        top = name.split(".")[0]
        if top in sys.stdlib_module_names or top in {("groundwork", *PYODIDE_HAS)!r}:
            return None
        raise ModuleNotFoundError(f"No module named {{name!r}} on the subject floor", name=name)

sys.meta_path.insert(0, Refuse())
import groundwork.subject
names = [m.name for m in pkgutil.walk_packages(groundwork.subject.__path__, "groundwork.subject.")]
for name in names:
    importlib.import_module(name)
for absent in ("IPython", "ipywidgets", "nbgrader", "jupyterlab", "matplotlib", "scipy"):
    assert absent not in sys.modules, absent
print(len(names))
"""


def test_every_subject_module_imports_with_what_pyodide_has() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 20
