"""Runs students' notebooks, each in a fenced kernel of its own, and says what their answers are.

Standard input is one JSON job on a line, then open as long as the work is wanted (see execute.py):
    {"notebooks": [{"name", "cells": [text or null], "answering": [cell], "collect"}], "prepare",
     "deno", "folder": {file name: path}, "read": [path], "environment", "workers", "seconds"}
`prepare` is run before the cells, `collect` behind each that may set an answer. A cell that ends or
blocks the kernel is left out, and the notebook is begun anew without it. Cells count from 0.
Standard output is one JSON line per event:
    {"event": "fence", "version"}                of Landlock; 0 where there is none
    {"name", "event": "ran", "answers", "failed": {cell: text}, "ended": [cell], "blocked": [cell],
     "seconds", "finished"}                      answers are null when none were heard
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PUBLISH = Path(__file__).parents[2] / "publish"
sys.path[:0] = [str(PUBLISH / "chapters"), str(PUBLISH / "setup")]

from execute import run_job, say  # first: it spares nbformat a slow import
from fenced import FencedClient

from deno_process import syntax_error
from fence import fence_before, landlock_version
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import v4
from systems import own_folders
from systems import run as run_loop

ANSWERS_MIME = "application/vnd.technology-frontier.answers+json"
# So many cells without end may a notebook have before its time is over.
CELLS_OF_A_NOTEBOOK = 4


class Stopped(Exception):
    """A cell ended or blocked the kernel."""

    def __init__(self, cell, blocked):
        self.cell, self.blocked = cell, blocked


class FencedKernel(FencedClient):
    """A kernel in a folder of its own and behind the fence. Of what it says the answers are kept."""

    answers = None

    async def async_start_new_kernel(self, **_):
        job, folder = self.resources["job"], self.resources["folder"]
        fence = fence_before({"read": job["read"], "write": [folder]})
        self.km.kernel_spec.argv = [*fence, *self.km.kernel_spec.argv]
        environment = {**job["environment"], **own_folders(folder)}
        with open(f"{folder}/kernel.log", "wb") as log:
            await super().async_start_new_kernel(
                cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=log
            )

    def process_message(self, message, cell, cell_index):
        answers = (message["content"].get("data") or {}).get(ANSWERS_MIME)
        if isinstance(answers, dict):
            self.answers = answers


class Run:
    """The way of one notebook through one kernel or more, until all its cells have had their turn."""

    def __init__(self, notebook, job, ahead, free):
        self.notebook, self.job, self.ahead, self.free = notebook, job, ahead, free
        self.left = job["seconds"]
        self.answers, self.failed = None, {}
        self.ended, self.blocked = [], []

    async def all(self):
        """Whether it came to the end within its time."""
        while self.left > 0:
            try:
                await self.once()
                return True
            except Stopped as stopped:
                if stopped.cell is None:
                    return False
                (self.blocked if stopped.blocked else self.ended).append(stopped.cell)
        return False

    async def once(self):
        with tempfile.TemporaryDirectory(prefix="grade-", ignore_cleanup_errors=True) as folder:
            for name, path in self.job["folder"].items():
                shutil.copy(path, f"{folder}/{name}")
            kernel = self.kernel(folder)
            try:
                async with kernel.async_setup_kernel():
                    await self.cells(kernel)
            except RuntimeError as error:
                log = Path(f"{folder}/kernel.log").read_text(errors="replace")[-2000:]
                raise SystemExit(f"the fenced kernel does not start: {error}\n{log}") from None

    def kernel(self, folder):
        cells = [v4.new_code_cell(code or "") for code in self.notebook["cells"]]
        kernel = FencedKernel(
            v4.new_notebook(cells=cells),
            kernel_name="deno",
            resources={"job": self.job, "folder": folder},
            allow_errors=True,
            iopub_timeout=max(1, self.job["seconds"] // CELLS_OF_A_NOTEBOOK),
            raise_on_iopub_timeout=True,
            record_timing=False,
            shutdown_kernel="immediate",
        )
        kernel.ahead, kernel.free, kernel.begin = self.ahead, self.free, lambda: None
        return kernel

    async def cells(self, kernel):
        self.failed = {}
        fault = await self.cell(kernel, None, self.job["prepare"])
        if fault:
            raise SystemExit(f"the library cannot be loaded behind the fence: {fault}")
        for number, code in enumerate(self.notebook["cells"]):
            if not code or number in self.ended or number in self.blocked:
                continue
            fault = await self.cell(kernel, number, code)
            if fault:
                self.failed[number] = fault
            if number in self.notebook["answering"]:
                await self.cell(kernel, number, self.notebook["collect"])
                self.answers = kernel.answers

    async def cell(self, kernel, number, code):
        """Runs a cell, or one of our own in its name. What it says when it fails, else None."""
        began = time.monotonic()
        patience = self.job["seconds"] / CELLS_OF_A_NOTEBOOK
        kernel.timeout_func = lambda _: max(1, min(patience, self.left))

        faults = []
        kernel.on_cell_error = lambda execute_reply, **_: faults.append(execute_reply["content"])
        try:
            await kernel.async_execute_cell(v4.new_code_cell(code), 0)
            return self.said(faults[0], code) if faults else None
        except CellTimeoutError:
            raise Stopped(number, blocked=True) from None
        except DeadKernelError:
            raise Stopped(number, blocked=False) from None
        finally:
            self.left -= time.monotonic() - began

    def said(self, reply, code):
        if reply.get("evalue") != "Execution failed":
            return f"{reply.get('ename')}: {reply.get('evalue')}"[:2000]
        found = syntax_error(self.job["deno"], code)
        return f"SyntaxError: {found}" if found else "the cell could not be run"


async def run(notebook, job, ahead, free):
    way = Run(notebook, job, ahead, free)
    finished = await way.all()
    say(
        name=notebook["name"],
        event="ran",
        answers=way.answers,
        failed=way.failed,
        ended=way.ended,
        blocked=way.blocked,
        seconds=job["seconds"] - way.left,
        finished=finished,
    )


if __name__ == "__main__":
    say(event="fence", version=landlock_version())
    run_loop(run_job(run))
