"""Starts a kernel ahead of its notebook, and executes the notebook in it once told which.

Standard input is one JSON line for the kernel, one for the notebook when it is wanted, then open as
long as the work is: when whoever gave it ends, even by force, the kernel ends too.
    {"folder", "first", "seconds"}     `first` is code that the kernel runs meanwhile
    {"name", "source", "target"}
Standard output is that of execute.py.
"""

import asyncio
import json
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "chapters"))

from execute import execute


async def main():
    loop, lines = asyncio.get_running_loop(), asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    job = json.loads(await lines.readline())
    ahead, free = asyncio.Semaphore(1), asyncio.Semaphore(0)
    work = asyncio.ensure_future(execute(job, job, ahead, free))
    for interrupt in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(interrupt, work.cancel)

    async def listen():
        if line := await lines.readline():
            job.update(json.loads(line))
            free.release()
            await lines.read(1)
        work.cancel()

    listening = asyncio.ensure_future(listen())
    try:
        await work
    except asyncio.CancelledError:
        sys.exit(130)
    finally:
        listening.cancel()


if __name__ == "__main__":
    asyncio.run(main())
