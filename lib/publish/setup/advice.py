"""What to do about an error that says only what is missing: a name, or the library.

Students run cells out of order, restart the kernel, delete cells, move the notebook. Jupyter does not
send the notebook to its kernel: where a name comes from is read from the file as it was last saved.
"""

import difflib
import json
import os
import re
import textwrap
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[3]
RUN_ABOVE = "Choose Run → Run All Above Selected Cell, then run this cell again."
UNDO = "Choose Edit → Undo Cell Operation, or take the cell from a new copy of the notebook."
# Cells that a student's notebook never had.
WITHHELD = {"solution", "key", "teacher"}
# Notebooks of a folder that are looked through for the one that runs.
MOST_NOTEBOOKS = 50
WIDTH = 90


def advice(name, text, code, folder):
    """A sentence or two to put below an error; None where there is nothing to add.

    `code` is that of the cell that failed, `folder` the one in which the kernel runs.
    """
    missing = re.fullmatch(r"([\w$]+) is not defined", text) if name == "ReferenceError" else None
    if missing:
        return wrapped(on_name(missing[1], code, folder))
    if re.match(r'Module not found "file://[^"]*/lib/mod\.ts"', text):
        return wrapped(on_library(folder))
    return None


def wrapped(said):
    """Front ends break the lines of errors within words."""
    lines = [textwrap.wrap(line, WIDTH, break_long_words=False) for line in said.split("\n")]
    return "\n".join("\n".join(line) for line in lines)


def on_name(name, code, folder):
    notebook = open_notebook(code, folder)
    cells = notebook.cells
    own = cells.index(code) if code in cells else len(cells)
    others = [cell for at, cell in enumerate(cells) if at != own]
    if any(name in imported(cell) for cell in others):
        return (
            f"{name} is imported by a cell that has not run since the kernel was started, or "
            f"that failed. {RUN_ABOVE}"
        )
    setting = [at for at, cell in enumerate(cells) if at != own and sets(cell, name)]
    if setting and setting[0] > own:
        return (
            f"{name} is set by a cell below this one, which begins with: {start(cells[setting[0]])}\n"
            "Move it above this one, or run it first."
        )
    if setting:
        where = "a cell above" if code in cells else "another cell"
        return (
            f"{name} is set by {where}, which begins with: {start(cells[setting[0]])}\n"
            f"It has not run since the kernel was started, or it failed. {RUN_ABOVE}"
        )
    lost = [cell for cell in chapter_cells(notebook) if sets(cell, name)]
    if lost:
        return (
            f"{name} is set by a cell of the chapter that this notebook no longer has: {start(lost[0])}\n"
            f"{UNDO}"
        )
    library = exported(ROOT / "lib" / "mod.ts")
    if name in library and cells and not any(map(imported, cells)):
        return f"The first code cell, which imports {name} from the library, is gone. {UNDO}"
    if name in library:
        path = path_of_library(folder) or "…/lib/mod.ts"
        return (
            f"{name} is in the library, but this notebook does not import it. Add it to the names in "
            f'the first code cell, import {{ … }} from "{path}"; run that cell, then this one.'
        )
    known = library.union(*(imported(cell) | declared(cell) for cell in cells))
    [near] = difflib.get_close_matches(name, known, 1, 0.8) or [None]
    if near:
        return f"Nothing here is called {name}. Did you mean {near}?"
    if notebook is NONE:
        return f"The cell that sets it has not run since the kernel was started. {RUN_ABOVE}"
    return f"No cell of this notebook sets {name}: is it misspelt? If a cell should, run it first."


def on_library(folder):
    path = path_of_library(folder)
    if path is None:
        return (
            f"This notebook lies outside the project, in {folder}. Put it into a folder of the project "
            f"({ROOT}), the one it came from, and open it there: deno task lab."
        )
    return (
        "This notebook lies in another folder than before. Move it back, or have its import say where "
        f'the library is from here: import {{ … }} from "{path}";'
    )


def path_of_library(folder):
    """The library as an import in the folder writes it; None outside of a project."""
    for above in (Path(folder), *Path(folder).parents):
        if (above / "lib" / "mod.ts").is_file() and (above / "deno.json").is_file():
            path = Path(os.path.relpath(above / "lib" / "mod.ts", folder)).as_posix()
            return path if path.startswith(".") else f"./{path}"
    return None


class Notebook(NamedTuple):
    """What a notebook's code cells hold, and the chapter that it was made from."""

    cells: list[str]
    chapter: str


NONE = Notebook([], "")


def open_notebook(code, folder):
    """The notebook that runs, as it was last saved; `NONE` where it is not found."""
    named = Path(os.environ.get("JPY_SESSION_NAME", ""))
    saved = sorted(Path(folder).glob("*.ipynb"), key=changed, reverse=True)[:MOST_NOTEBOOKS]
    # One that was renamed has its old name there still: then it is known by the cell.
    own = [path for path in saved if path.name == named.name]
    read = [read_notebook(path) for path in (*own, *saved)]
    holding = [notebook for notebook in read if code in notebook.cells]
    return (holding or read[: len(own)] or [NONE])[0]


def changed(path):
    try:
        return path.stat().st_mtime
    except OSError:
        return 0


def read_notebook(path):
    """`NONE` for a file that is no notebook."""
    try:
        notebook = json.loads(path.read_text("utf-8"))
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        own = [cell for cell in cells if not WITHHELD & set(cell["metadata"].get("tags", []))]
        chapter = notebook["metadata"].get("technology_frontier", {}).get("chapter", "")
        return Notebook(["".join(cell["source"]) for cell in own], chapter)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return NONE


def chapter_cells(notebook):
    """Cells of the chapter that a student's notebook was made from."""
    path = ROOT / "notebooks" / f"{Path(notebook.chapter).name}.ipynb"
    return read_notebook(path).cells if notebook.chapter else []


def imported(cell):
    return names_in(re.findall(r"^import\s*\{([^}]*)\}", cell, re.M))


def names_in(lists):
    """Names of `a, b as c, type D`: a, c."""
    entries = [entry.split() for entry in ",".join(lists).split(",")]
    return {entry[-1] for entry in entries if entry and entry[0] != "type"}


DECLARED = r"^(?:export\s+)?(?:async\s+)?(?:const|let|var|function\*?|class)\s+(\w+)"
UNPACKED = r"^(?:const|let|var)\s*[\[{]([^=]*)[\]}]\s*="


def declared(cell):
    unpacked = re.findall(r"\w+", " ".join(re.findall(UNPACKED, cell, re.M)))
    return {*re.findall(DECLARED, cell, re.M), *unpacked}


def sets(cell, name):
    return name in declared(cell)


def start(cell):
    """The first line that says something."""
    lines = [line.strip() for line in cell.split("\n")]
    line = next((line for line in lines if line and not line.startswith("//")), "")
    return line if len(line) <= 70 else f"{line[:69]}…"


def exported(module):
    """Names that a module of the library exports, types left out."""
    try:
        text = module.read_text("utf-8")
    except OSError:
        return set()
    names = {*re.findall(DECLARED.replace("(?:export\\s+)?", "export\\s+"), text, re.M)}
    names |= names_in(re.findall(r"^export\s*\{([^}]*)\}", text, re.M))
    for path in re.findall(r'^export \* from "(\.[^"]+)"', text, re.M):
        names |= exported((module.parent / path).resolve())
    return names
