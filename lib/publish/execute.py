"""Executes notebooks with nbclient, some at a time, and says on standard output how each fared.

Standard input is one JSON job:
    {"notebooks": [{"name", "source", "target", "folder"}], "workers": 2, "seconds": 60}
Standard output is one JSON line per event:
    {"name", "event": "started"}
    {"name", "event": "executed", "seconds"}          the result lies in target
    {"name", "event": "failed", "cell", "ename", "evalue", "traceback"}
"""

import asyncio
import json
import os
import signal
import sys
import time
from contextlib import asynccontextmanager
from queue import Empty

# jsonschema imports this for a format that notebooks do not use; building its grammar takes 0.7 s.
sys.modules["rfc3987_syntax"] = None

import nbformat
from jupyter_client.asynchronous import AsyncKernelClient
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbclient.util import ensure_async

FENCE_MIME = "application/vnd.technology-frontier.fence+json"
FENCE = (
    f'await Deno.jupyter.broadcast("display_data", '
    f'{{ data: {{ "{FENCE_MIME}": true }}, metadata: {{}}, transient: {{}} }});'
)
# A notebook must not depend on the version of the kernel that executed it.
LANGUAGE = {"name": "typescript", "file_extension": ".ts", "mimetype": "text/x.typescript"}
KERNEL = {"name": "deno", "display_name": "Deno", "language": "typescript"}


class ReadyClient(AsyncKernelClient):
    """Ready when the kernel has answered and fallen idle.

    The library's own client waits for 0.2 s of silence besides, which is a third of a kernel's start.
    """

    async def wait_for_ready(self, timeout=None):
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            question = self.kernel_info()
            try:
                while not is_idle_after(await self.get_iopub_msg(timeout=1), question):
                    pass
                return
            except Empty:
                if not await self.is_alive():
                    break
        raise RuntimeError("the kernel did not answer")


def is_idle_after(message, question):
    answered = message["parent_header"].get("msg_id") == question
    return answered and message["content"].get("execution_state") == "idle"


class WhenAwaited:
    """Work that begins when someone waits for it, not before."""

    def __init__(self, begin):
        self.begin = begin

    def __await__(self):
        return self.begin().__await__()


class FencedClient(NotebookClient):
    """Files under a cell all that arrives before the fence sent after it.

    Deno's kernel may say that it is idle before the cell's outputs are out, and nbclient stops
    listening at idle.
    """

    @asynccontextmanager
    async def async_setup_kernel(self, **_):
        """A kernel for as long as the notebook runs. Signals are the whole program's: see main."""
        self.create_kernel_manager().client_factory = ReadyClient
        try:
            async with self.free:
                self.begin()
                await self.async_start_new_kernel()
                await self.async_start_new_kernel_client()
                yield
                # The next kernel need not wait until this one is seen to have ended.
                await self.km.signal_kernel(signal.SIGKILL)
        finally:
            if self.km is not None:
                await self._async_cleanup_kernel()

    async def _async_poll_for_reply(self, msg_id, cell, timeout, outputs, alive):
        # The fence is sent when nobody waits for a reply: sending on a socket that another task
        # waits on can swallow the notice that the reply has come.
        fenced = WhenAwaited(lambda: self._fenced(outputs))
        return await super()._async_poll_for_reply(msg_id, cell, timeout, fenced, alive)

    async def _fenced(self, outputs):
        await self.async_wait_for_reply(self.kc.execute(FENCE, store_history=False))
        await outputs

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        while True:
            message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=None))
            if FENCE_MIME in (message["content"].get("data") or {}):
                return
            if message["msg_type"] != "status":
                self.process_message(message, cell, cell_index)


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


async def execute(job, seconds, free):
    notebook = nbformat.read(job["source"], as_version=4)
    client = FencedClient(
        notebook,
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
        started = time.monotonic()
        say(name=job["name"], event="started")

    def at_cell(cell, cell_index):
        nonlocal position
        position = cell_index

    client.free, client.begin, client.on_cell_start = free, begin, at_cell
    try:
        await client.async_execute()
        normalise(notebook)
        partial = job["target"] + ".partial"
        nbformat.write(notebook, partial)
        os.replace(partial, job["target"])
        say(name=job["name"], event="executed", seconds=time.monotonic() - started)
    except CellExecutionError as error:
        failed(job, position, error.ename, error.evalue, error.traceback)
    except Exception as error:  # the kernel died, did not start or took too long
        failed(job, position, type(error).__name__, str(error), "")


def failed(job, cell, ename, evalue, traceback):
    say(name=job["name"], event="failed", cell=cell, ename=ename, evalue=evalue, traceback=traceback)


async def main():
    job = json.load(sys.stdin)
    free = asyncio.Semaphore(job["workers"])
    everything = asyncio.gather(*(execute(one, job["seconds"], free) for one in job["notebooks"]))
    for interrupt in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(interrupt, everything.cancel)
    try:
        await everything
    except asyncio.CancelledError:
        sys.exit("stopped")


if __name__ == "__main__":
    asyncio.run(main())
