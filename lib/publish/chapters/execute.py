"""Executes notebooks with nbclient, some at a time, and says on standard output how each fared.

Standard input is one JSON job on a line, then open as long as the work is wanted: when whoever gave
it ends, even by force, the kernels end too.
    {"notebooks": [{"name", "source", "target", "folder", "audit"?}], "workers": 2, "seconds": 60}
With "audit" Deno's audit of permissions goes into that file, its last line a question for audit + ".sealed".
Standard output is one JSON line per event:
    {"name", "event": "started"}
    {"name", "event": "executed", "seconds"}          the result lies in target
    {"name", "event": "failed", "cell", "ename", "evalue", "traceback"}
"""

import asyncio
import json
import os
import time

from fenced import FencedClient  # first: it spares nbformat a slow import

import nbformat
from nbclient.exceptions import CellExecutionError
from systems import run, standard_input, stop_signals

# A notebook must not depend on the version of the kernel that executed it.
LANGUAGE = {"name": "typescript", "file_extension": ".ts", "mimetype": "text/x.typescript"}
KERNEL = {"name": "deno", "display_name": "Deno", "language": "typescript"}


def say(**event):
    print(json.dumps(event), flush=True)


def normalise(notebook):
    """The same bytes from the same cells, whoever executes them."""
    notebook.metadata = {"kernelspec": KERNEL, "language_info": LANGUAGE}
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    count = 0
    for number, cell in enumerate(notebook.cells, start=1):
        cell.setdefault("id", f"cell-{number}")
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count


async def execute(job, work, ahead, free):
    seconds = work["seconds"]
    client = FencedClient(
        nbformat.v4.new_notebook(),
        kernel_name="deno",
        resources={"metadata": {"path": job["folder"]}},
        timeout=seconds,
        iopub_timeout=seconds,
        raise_on_iopub_timeout=True,
        record_timing=False,
        coalesce_streams=True,
        shutdown_kernel="immediate",
    )
    position = started = None

    def begin():
        nonlocal started
        # Now, not earlier: a kernel may have been started ahead of the notebook (edit/ahead.py).
        client.nb = nbformat.read(job["source"], as_version=4)
        started = time.monotonic()
        say(name=job["name"], event="started")

    def at_cell(cell, cell_index):
        nonlocal position
        position = cell_index

    client.ahead, client.free = ahead, free
    client.audit, client.first = job.get("audit"), job.get("first")
    client.begin, client.on_cell_start = begin, at_cell
    try:
        await client.async_execute()
        normalise(client.nb)
        partial = job["target"] + ".partial"
        with open(partial, "w", encoding="utf-8", newline="\n") as file:
            nbformat.write(client.nb, file)
        os.replace(partial, job["target"])
        say(name=job["name"], event="executed", seconds=time.monotonic() - started)
    except CellExecutionError as error:
        failed(job, position, error.ename, error.evalue, error.traceback)
    except Exception as error:  # the kernel died, did not start or took too long
        failed(job, position, type(error).__name__, str(error), "")


def failed(job, cell, ename, evalue, traceback):
    say(name=job["name"], event="failed", cell=cell, ename=ename, evalue=evalue, traceback=traceback)


async def run_job(execute_one):
    """Has each notebook of the job executed, some at a time, as long as the work is wanted."""
    orders = standard_input()
    job = json.loads(await orders.readline())
    ahead, free = (asyncio.Semaphore(job["workers"]) for _ in range(2))
    everything = asyncio.gather(
        *(execute_one(one, job, ahead, free) for one in job["notebooks"])
    )
    await as_long_as_wanted(everything, orders.read(1))


async def as_long_as_wanted(work, end):
    """Work that a signal breaks off, or what `end` waits for."""

    async def break_off():
        await end
        work.cancel()

    for each in stop_signals():
        asyncio.get_running_loop().add_signal_handler(each, work.cancel)
    listening = asyncio.ensure_future(break_off())
    try:
        await work
    except asyncio.CancelledError:
        raise SystemExit(130) from None
    finally:
        listening.cancel()


if __name__ == "__main__":
    run(run_job(execute))
