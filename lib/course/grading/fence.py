"""Starts a program behind a fence of the system, for code that strangers wrote.

    python fence.py <connection file of a kernel> <JSON: {"read": [...], "write": [...]}> <program> <argument>...

On Linux from 5.13 on (Landlock, landlock(7)) the program and what it starts may read and write only
what is named, may reach no address, and from 6.7 on listen only on the kernel's own ports; signals
stay inside from 6.12 on. Everywhere it may write no file beyond a size and, on Linux, hold no more
memory than a limit. Elsewhere the rest is left to Deno's own permissions (kernel.ts); on Windows, which
has none of this, all of it.
"""

import ctypes
import json
import os
import sys

MEMORY_BYTES = 3_000_000_000
FILE_BYTES = 100_000_000

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION_FLAG, NO_NEW_PRIVS = 1, 38
UNDER_PATH, ON_PORT = 1, 2
# What each version of Landlock can forbid to do with files, by the number of its first rights.
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
EXECUTE, READ, OF_FILES = 1 << 0, 1 << 2 | 1 << 3, 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15
BIND, CONNECT = 1 << 0, 1 << 1
ABSTRACT_SOCKETS, SIGNALS = 1 << 0, 1 << 1

# What every program needs: its libraries, the time zone, what the machine has.
SYSTEM = [
    *("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache"),
    *("/etc/localtime", "/usr/share/zoneinfo", "/proc/self", "/sys/fs/cgroup"),
    *("/sys/devices/system/cpu", "/dev/urandom"),
]


class Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class UnderPath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("access", ctypes.c_uint64), ("folder", ctypes.c_int32)]


class OnPort(ctypes.Structure):
    _fields_ = [("access", ctypes.c_uint64), ("port", ctypes.c_uint64)]


def call(number, *arguments):
    result = ctypes.CDLL(None, use_errno=True).syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def landlock_version():
    """0 where there is none."""
    if sys.platform != "linux":
        return 0
    try:
        return call(CREATE_RULESET, None, 0, VERSION_FLAG)
    except OSError:
        return 0


def enclose(version, connection, read, write, program):
    every = (1 << FILE_RIGHTS[min(version, 5)]) - 1
    rules = Ruleset(
        every,
        BIND | CONNECT if version >= 4 else 0,
        ABSTRACT_SOCKETS | SIGNALS if version >= 6 else 0,
    )
    ruleset = call(CREATE_RULESET, ctypes.byref(rules), ctypes.sizeof(rules), 0)

    def allow(path, access):
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return
        access &= every if os.path.isdir(path) else every & OF_FILES
        call(ADD_RULE, ruleset, UNDER_PATH, ctypes.byref(UnderPath(access, place)), 0)
        os.close(place)

    for path in (*SYSTEM, program):
        allow(path, READ | EXECUTE)
    for path in (*read, connection):
        allow(path, READ)
    for path in ("/dev/null", *write):
        allow(path, every & ~EXECUTE)
    if version >= 4:
        with open(connection) as file:
            ports = [value for name, value in json.load(file).items() if name.endswith("_port")]
        for port in ports:
            call(ADD_RULE, ruleset, ON_PORT, ctypes.byref(OnPort(BIND, port)), 0)
    ctypes.CDLL(None).prctl(NO_NEW_PRIVS, 1, 0, 0, 0)
    call(RESTRICT_SELF, ruleset, 0)


def fence_before(places):
    """What stands before the command of a kernel so that it runs behind the fence."""
    if sys.platform == "win32":
        return []
    return [sys.executable, "-IB", __file__, "{connection_file}", json.dumps(places)]


def main(connection, places, program, *arguments):
    import resource

    version = landlock_version()
    if version > 0:
        enclose(version, connection, program=program, **json.loads(places))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(program, [program, *arguments])


if __name__ == "__main__":
    main(*sys.argv[1:])
