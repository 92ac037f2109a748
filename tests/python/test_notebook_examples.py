"""The notebooks in `examples/notebooks` run, and come out as they are saved.

`TEPEI_UPDATE_NOTEBOOKS=1` saves what comes out instead.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
import tepei
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "examples/notebooks").glob("*.ipynb"))
# Pictures depend on the machine's fonts; that there is one does not.
COMPARED = ("text/plain", "text/html")


def saved(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def executed(path: Path) -> Any:
    """The notebook with the outputs that come out now, and nothing of when and where."""
    notebook = saved(path)
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(tepei.__file__).parents[1]),
        "PYTHONWARNINGS": "error:::__main__",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute(env=environment)
    notebook.metadata.pop("widgets", None)
    notebook.metadata.language_info = {"name": "python"}
    return notebook


def shown(notebook: Any) -> list[list[tuple[str, Any]]]:
    """What every cell shows."""
    return [
        [
            (each.output_type, each.text)
            if each.output_type == "stream"
            else (
                each.output_type,
                {kind: each.data[kind] for kind in each.data if kind in COMPARED} | {"all": sorted(each.data)},
            )
            for each in cell.outputs
        ]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_comes_out_as_it_is_saved(path: Path) -> None:
    fresh = executed(path)
    if os.environ.get("TEPEI_UPDATE_NOTEBOOKS") == "1":
        nbformat.write(fresh, path)  # type: ignore[no-untyped-call]
        return
    assert shown(fresh) == shown(saved(path))
    outputs = [output for cell in fresh.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) == 2
