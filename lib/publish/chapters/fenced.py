"""A notebook client that loses no output of Deno's kernel and puts each under its own cell."""

import json
import os
import sys
import time
from contextlib import asynccontextmanager
from pathlib import Path
from queue import Empty

# jsonschema imports these for formats that notebooks do not use, which takes a second.
for unused in ("rfc3987_syntax", "rfc3986_validator", "isoduration"):
    sys.modules[unused] = None

from jupyter_client.asynchronous import AsyncKernelClient
from nbclient import NotebookClient
from nbclient.util import ensure_async

sys.path.append(str(Path(__file__).parents[1] / "setup"))

from systems import force

FENCE_MIME = "application/vnd.technology-frontier.fence+json"
FENCE = (
    f'await Deno.jupyter.broadcast("display_data", '
    f'{{ data: {{ "{FENCE_MIME}": true }}, metadata: {{}}, transient: {{}} }});'
)


class ReadyClient(AsyncKernelClient):
    """Ready when the kernel has answered and fallen idle.

    The library's own client waits for 0.2 s of silence besides, which is a third of a kernel's start.
    """

    async def wait_for_ready(self, timeout=None):
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            question = self.kernel_info()
            try:
                while not is_idle_after(await self.get_iopub_msg(timeout=0.1), question):
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
    listening at idle. Set before it executes: `ahead` and `free`, the semaphores of kernels that may
    be there and of those that may compute, `begin`, called when it has its turn, `audit`, a file for what
    Deno is asked to read, or None, and `first`, code that the kernel runs before its turn, or None.
    """

    audit = first = None

    @asynccontextmanager
    async def async_setup_kernel(self, **_):
        """A kernel for as long as the notebook runs. Signals are the whole program's: see run_job."""
        manager = self.create_kernel_manager()
        manager.client_factory = ReadyClient
        # Without the wrapper that other front ends need: the fence does its work here.
        manager.kernel_spec.argv = manager.kernel_spec.metadata["alone"]
        try:
            async with self.ahead:
                # An idle kernel has 0.2 GB: one more than compute would win 1 s of the report.
                await self.async_start_new_kernel(env=self.environment())
                await self.async_start_new_kernel_client()
                if self.first:
                    await self.async_wait_for_reply(self.kc.execute(self.first, store_history=False))
                async with self.free:
                    self.begin()
                    yield
                    if self.audit:
                        await self.seal()
                # The next kernel need not wait until this one is seen to have ended.
                await self.km.signal_kernel(force())
        finally:
            if self.km is not None:
                await self._async_cleanup_kernel()

    def environment(self):
        audit = {"DENO_AUDIT_PERMISSIONS": self.audit} if self.audit else {}
        return {**os.environ, **audit}

    async def seal(self):
        """Deno writes its audit in order: with this question in it nothing before it is missing."""
        question = f"await Deno.stat({json.dumps(self.audit + '.sealed')}).catch(() => {{}});"
        await self.async_wait_for_reply(self.kc.execute(question, store_history=False))

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
