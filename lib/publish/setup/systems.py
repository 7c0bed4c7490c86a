"""What Linux, macOS and Windows do each in their way, for the programs in Python (lib/platform.ts for others)."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import threading

# Jobs come on one line, notebooks and all.
LONGEST_LINE = 2**30


def is_windows(system=sys.platform):
    return system == "win32"


def stop_signals(system=sys.platform):
    """Those that a loop of asyncio can wait for: none on Windows, where Ctrl+C breaks the loop off."""
    return [] if is_windows(system) else [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def kernel_signals(system=sys.platform):
    """Those that end a kernel's waiting for messages. Windows tells nobody that a child has ended."""
    return [signal.SIGINT, signal.SIGTERM, *([] if is_windows(system) else [signal.SIGCHLD])]


def force(system=sys.platform):
    """The signal that nobody can refuse; on Windows each is one."""
    return signal.SIGTERM if is_windows(system) else signal.SIGKILL


def own_folders(folder, system=sys.platform):
    """Settings by which a program has home and temporary files in a folder."""
    names = ["USERPROFILE", "TEMP", "TMP"] if is_windows(system) else ["HOME", "TMPDIR"]
    return dict.fromkeys(names, folder)


def run(main, system=sys.platform):
    """asyncio.run; on Windows in a loop that can wait for the sockets of ZeroMQ, which its own cannot."""
    if not is_windows(system):
        return asyncio.run(main)
    loop = asyncio.SelectorEventLoop()
    asyncio.set_event_loop(loop)
    try:
        return loop.run_until_complete(main)
    finally:
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        loop.close()


def standard_input():
    """Standard input to be awaited, read by a thread: on Windows no loop can wait for it."""
    loop, reader = asyncio.get_running_loop(), asyncio.StreamReader(limit=LONGEST_LINE)

    def read():
        # The loop may have ended meanwhile.
        with contextlib.suppress(RuntimeError):
            while data := os.read(sys.stdin.fileno(), 1 << 16):
                loop.call_soon_threadsafe(reader.feed_data, data)
            loop.call_soon_threadsafe(reader.feed_eof)

    threading.Thread(target=read, daemon=True).start()
    return reader


def deno_apart(system=sys.platform):
    """How a kernel starts Deno: an interrupt is for the kernel alone, and on Linux Deno ends with it."""
    if is_windows(system):
        return {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0x200)}
    return {"preexec_fn": end_with_parent} if system == "linux" else {}


def end_with_parent():
    """The kernel of the system ends this process when its parent is gone, however that was."""
    import ctypes

    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def parent_watch(system=sys.platform, environment=os.environ):
    """Gives a function that says whether the process that started this one is still there."""
    if not is_windows(system):
        parent = os.getppid()
        return lambda: os.getppid() == parent
    # The number of a parent stays when it has gone: Jupyter gives a handle to it.
    handle = int(environment.get("JPY_PARENT_PID", 0))
    if not handle:
        return lambda: True
    import _winapi

    return lambda: _winapi.WaitForSingleObject(handle, 0) != _winapi.WAIT_OBJECT_0
