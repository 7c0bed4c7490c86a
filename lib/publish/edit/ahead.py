"""Starts a kernel ahead of its notebook, and executes the notebook in it once told which.

Standard input is one JSON line for the kernel, one for the notebook when it is wanted, then open as
long as the work is: when whoever gave it ends, even by force, the kernel ends too.
    {"folder", "first", "seconds"}     `first` is code that the kernel runs meanwhile
    {"name", "source", "target"}
Standard output is that of execute.py.
"""

import asyncio
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "chapters"))

from execute import as_long_as_wanted, execute
from systems import run, standard_input


async def main():
    orders = standard_input()
    job = json.loads(await orders.readline())
    ahead, free = asyncio.Semaphore(1), asyncio.Semaphore(0)
    async def orders_end():
        if line := await orders.readline():
            job.update(json.loads(line))
            free.release()
            await orders.read(1)

    await as_long_as_wanted(asyncio.ensure_future(execute(job, job, ahead, free)), orders_end())


if __name__ == "__main__":
    run(main())
