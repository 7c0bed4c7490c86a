"""Deno's own kernel as a process with sockets to it, and what its parser says of a cell."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time

import zmq
from systems import deno_apart

CHANNELS = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "iopub": zmq.SUB}
START_SECONDS = 30


class DenoProcess:
    """Runs when it has been made: it has answered a question, and what it publishes is heard."""

    def __init__(self, program, connection, connection_file, question):
        # Another program may take a port in the meantime: then Deno ends at once.
        for _ in range(3):
            self.launch(program, connection, f"{connection_file}.deno")
            if self.is_heard(question):
                return
            self.end()
        sys.exit("Deno's kernel does not start")

    def launch(self, program, connection, file):
        ports = free_ports(len(CHANNELS) + 1)
        names = [f"{name}_port" for name in (*CHANNELS, "hb")]
        own = {**connection, "transport": "tcp", "ip": "127.0.0.1", **dict(zip(names, ports))}
        with open(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as out:
            json.dump(own, out)
        self.file, self.sockets = file, {}
        for (name, kind), port in zip(CHANNELS.items(), ports):
            self.sockets[name] = zmq.Context.instance().socket(kind)
            self.sockets[name].linger = self.sockets[name].rcvhwm = 0
            self.sockets[name].connect(f"tcp://127.0.0.1:{port}")
        self.sockets["iopub"].subscribe(b"")
        # It is in our group, to end when that is ended; but an interrupt is for us alone.
        ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.process = subprocess.Popen(
            [program, "jupyter", "--kernel", "--conn", file],
            stdin=subprocess.DEVNULL,
            **deno_apart(),
        )
        signal.signal(signal.SIGINT, ours)

    def is_heard(self, question):
        """Asks until the answer is heard on iopub. False when Deno ends before."""
        deadline = time.monotonic() + START_SECONDS
        while self.is_alive() and time.monotonic() < deadline:
            self.sockets["shell"].send_multipart(question)
            if self.sockets["iopub"].poll(50):
                os.remove(self.file)
                return True
        return False

    def is_alive(self):
        return self.process.poll() is None

    def how_ended(self):
        code = self.process.returncode
        if code >= 0:
            return f"Deno ended with exit code {code}: a cell must not call Deno.exit"
        return f"Deno was ended by {signal.Signals(-code).name}: most often the memory was used up"

    def end(self):
        """Ends it; what it published can still be read."""
        self.process.kill()
        self.process.wait()


def free_ports(count):
    places = [socket.socket() for _ in range(count)]
    for place in places:
        place.bind(("127.0.0.1", 0))
    ports = [place.getsockname()[1] for place in places]
    for place in places:
        place.close()
    return ports


def syntax_error(program, code):
    """What Deno's parser finds wrong with a cell, with its line and a caret; None when nothing."""
    command = [program, "fmt", "--no-config", "--ext", "ts", "-"]
    asked = subprocess.run(command, input=code.encode(), capture_output=True, timeout=20)
    found = re.search(r"SyntaxError: (.*?)\n(.*?)\s+at \S+:(\d+):(\d+)", asked.stderr.decode(), re.S)
    if found is None:
        return None
    text, excerpt, line, column = found.groups()
    return f"{text} (line {line}, column {column})\n{excerpt}"
