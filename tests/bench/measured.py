"""Runs a command to its end and prints what it took as JSON, with all processes that it started.

    python measured.py <seconds from one look at memory to the next; 0: none> <command> <argument>...

    {"code", "seconds", "processor_seconds", "peak_megabytes", "said"}

Memory is the sum of proportional shares (PSS): what two processes share counts once. It is null where
nobody looked or the system does not tell it. The code is the command's own.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time

import psutil


def share_of(process):
    """The memory of a process in bytes; none when it has just ended or is another user's."""
    try:
        return getattr(process.memory_full_info(), "pss", 0)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


def memory_of(process):
    try:
        everyone = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    return sum(map(share_of, everyone))


def measured(every, command):
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        process, peak = psutil.Process(child.pid), 0
        while True:
            try:
                child.wait(every or None)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, memory_of(process))
        seconds = time.monotonic() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        said.seek(0)
        return {
            "code": child.returncode,
            "seconds": seconds,
            "processor_seconds": used.ru_utime + used.ru_stime,
            "peak_megabytes": peak / 1e6 or None,
            "said": said.read().decode(errors="replace"),
        }


if __name__ == "__main__":
    print(json.dumps(measured(float(sys.argv[1]), sys.argv[2:])))
