"""What systems.py does on each system, tried on this one. Says what it found as JSON.

    python systems_client.py functions
    python systems_client.py runner        executes notebooks as on Windows: see execute.py
"""

import asyncio
import json
import sys
import types
from pathlib import Path

PUBLISH = Path(__file__).parents[3] / "lib" / "publish"
sys.path[:0] = [str(PUBLISH / "chapters"), str(PUBLISH / "setup")]

import systems

SYSTEMS = ["linux", "darwin", "win32"]


def names(signals):
    return [each.name for each in signals]


def watched(ended):
    """Whether a parent is there, by a stand-in for the module that Windows has."""
    stand_in = types.SimpleNamespace(WAIT_OBJECT_0=0)
    stand_in.WaitForSingleObject = lambda handle, _: 0 if handle == 7 and ended else 258
    sys.modules["_winapi"] = stand_in
    return systems.parent_watch("win32", {"JPY_PARENT_PID": "7"})()


async def loop_name():
    return type(asyncio.get_running_loop()).__name__


async def ends_with_130():
    raise SystemExit(130)


def exit_code(system):
    try:
        systems.run(ends_with_130(), system)
    except SystemExit as end:
        return end.code


def functions():
    windows = systems.deno_apart("win32")
    return {
        "stop": {each: names(systems.stop_signals(each)) for each in SYSTEMS},
        "kernel": {each: names(systems.kernel_signals(each)) for each in SYSTEMS},
        "force": {each: systems.force(each).name for each in SYSTEMS},
        "folders": {each: systems.own_folders("/f", each) for each in SYSTEMS},
        "apart": {"darwin": systems.deno_apart("darwin"), "win32": windows},
        "parent": [watched(ended=False), watched(ended=True), systems.parent_watch("win32", {})()],
        "own parent": systems.parent_watch()(),
        "loop": systems.run(loop_name(), "win32"),
        "codes": [exit_code(each) for each in SYSTEMS],
    }


def as_on_windows():
    """Without signals, and in the loop of Windows; the rest is the same on every system."""
    for function in (systems.stop_signals, systems.run, systems.force):
        function.__defaults__ = ("win32",)


if __name__ == "__main__":
    if sys.argv[1:] == ["functions"]:
        print(json.dumps(functions()))
    else:
        as_on_windows()
        from execute import execute, run_job

        systems.run(run_job(execute))
