"""A kernel for Jupyter that hands everything on to Deno's own and mends five faults of it (2.9.6):

- a syntax error shows nothing: here it shows, with its line;
- an interrupt ends Deno, and JupyterLab waits for ever: here Deno is started again, and the cell
  says so;
- so it is when Deno ends by itself (Deno.exit, no memory);
- "idle" may come before a cell's outputs, which front ends then file under another cell: here
  "idle" and the reply wait for them. Cells that were sent behind one that failed are not run;
- an error says what is missing, not what to do: below it stands what is known (advice.py).

    python kernel.py <deno> <connection file>

Messages of Jupyter's protocol 5.3 pass as they are: Deno has the same key, so that signatures hold.
"""

import hashlib
import hmac
import json
import os
import signal
import socket
import sys
import time
import uuid
from collections import deque

import zmq
from advice import advice
from deno_process import DenoProcess, syntax_error
from systems import kernel_signals, parent_watch

DELIMITER = b"<IDS|MSG>"
FENCE_TYPE = "application/vnd.technology-frontier.fence+json"
FENCE = (
    'await Deno.jupyter.broadcast("display_data", '
    f'{{ data: {{ "{FENCE_TYPE}": true }}, metadata: {{}}, transient: {{}} }});'
)
# How long the fence may still be on its way when Deno has answered it.
FENCE_SECONDS = 2

GO_ON = (
    "Deno was started again, and your variables are gone. To have them back, choose "
    "Run → Run All Above Selected Cell."
)
REFUSED = (
    "the cell could not be run, and Deno does not say why. No fault of its syntax is found. "
    "An import of a package that deno.lock does not hold ends so."
)


class Message:
    """The frames of a message, and what matters of them."""

    def __init__(self, frames):
        at = frames.index(DELIMITER)
        self.clients, self.wire = frames[:at], frames[at:]
        self.header, parent, _, self.content = self.wire[2:6]
        header = json.loads(self.header)
        self.id, self.type = header["msg_id"], header["msg_type"]
        self.parent_id = json.loads(parent).get("msg_id")

    def __getitem__(self, name):
        return json.loads(self.content).get(name)


class Kernel:
    """The kernel that Jupyter sees: one cell at a time goes to Deno, what follows it waits here."""

    def __init__(self, deno, connection_file):
        self.program, self.connection_file = deno, connection_file
        with open(connection_file) as file:
            self.connection = json.load(file)
        self.session = uuid.uuid4().hex
        self.waiting = deque()  # came on the shell channel while a cell runs
        self.asked = {}  # who asked, by the id of a question
        self.cell = self.last_cell = None  # the one that runs, the one before it
        self.reply = None  # Deno's reply to it, held until its outputs are out
        self.deadline = None  # of the fence behind the outputs
        self.said = set()  # kinds of messages published of the cell
        self.sockets = {
            "shell": self.bound(zmq.ROUTER, "shell"),
            "control": self.bound(zmq.ROUTER, "control"),
            "stdin": self.bound(zmq.ROUTER, "stdin"),
            "iopub": self.bound(zmq.PUB, "iopub"),
            "hb": self.bound(zmq.REP, "hb"),
        }

    def bound(self, kind, name):
        place = zmq.Context.instance().socket(kind)
        place.linger, place.sndhwm = 1000, 0
        transport, ip = self.connection["transport"], self.connection["ip"]
        separator = ":" if transport == "tcp" else "-"
        place.bind(f"{transport}://{ip}{separator}{self.connection[f'{name}_port']}")
        return place

    def run(self):
        """Until Jupyter ends us, or is gone itself."""
        arrived = set()
        for each in kernel_signals():
            signal.signal(each, lambda number, _: arrived.add(number))
        # A signal that arrives while we wait for messages ends the waiting.
        self.wake, waker = socket.socketpair()
        waker.setblocking(False)
        signal.set_wakeup_fd(waker.detach())
        parent_is_there = parent_watch()
        self.start()
        while parent_is_there() and signal.SIGTERM not in arrived:
            ready = self.next_messages()
            if signal.SIGINT in arrived:
                self.interrupt()
            elif not self.deno.is_alive():
                self.restart("Ended", f"{self.deno.how_ended()}. {GO_ON}")
            else:
                self.hand_on(ready)
            arrived.discard(signal.SIGINT)
            while self.waiting and self.cell is None:
                self.ask(self.waiting.popleft())
        self.deno.end()

    def next_messages(self):
        poller = zmq.Poller()
        for each in (self.wake, *self.sockets.values(), *self.deno.sockets.values()):
            poller.register(each, zmq.POLLIN)
        ready = dict(poller.poll(1000))
        if self.wake.fileno() in ready:
            self.wake.recv(4096)
        return ready

    def start(self):
        question = self.message("kernel_info_request", {})
        self.unheard = Message(question).id
        self.deno = DenoProcess(self.program, self.connection, self.connection_file, question)

    def hand_on(self, ready):
        deno, own = self.deno, self.sockets
        if own["hb"] in ready:
            own["hb"].send_multipart(own["hb"].recv_multipart())
        if own["control"] in ready:
            self.control(Message(own["control"].recv_multipart()))
        if own["stdin"] in ready:
            deno.sockets["stdin"].send_multipart(Message(own["stdin"].recv_multipart()).wire)
        if own["shell"] in ready:
            self.waiting.append(Message(own["shell"].recv_multipart()))
        if deno is not self.deno:
            return
        if deno.sockets["stdin"] in ready and self.cell:
            own["stdin"].send_multipart(self.cell.clients + deno.sockets["stdin"].recv_multipart())
        if deno.sockets["control"] in ready:
            self.answer("control", Message(deno.sockets["control"].recv_multipart()))
        if deno.sockets["shell"] in ready:
            self.answer("shell", Message(deno.sockets["shell"].recv_multipart()))
        if deno.sockets["iopub"] in ready:
            self.published(Message(deno.sockets["iopub"].recv_multipart()))
        if self.deadline and time.monotonic() > self.deadline:
            self.release()

    def ask(self, message):
        self.asked[message.id] = message.clients
        if message.type == "execute_request":
            self.cell, self.reply, self.deadline, self.said = message, None, None, set()
        self.deno.sockets["shell"].send_multipart(message.wire)

    def control(self, message):
        if message.type == "shutdown_request":
            # Not left to Deno, which cannot end itself while a cell runs without end.
            self.deno.end()
            done = {"status": "ok", "restart": message["restart"]}
            self.send_reply("shutdown_reply", done, message)
            sys.exit()
        if message.type == "interrupt_request":
            self.interrupt()
            self.send_reply("interrupt_reply", {"status": "ok"}, message)
        else:
            self.asked[message.id] = message.clients
            self.deno.sockets["control"].send_multipart(message.wire)

    def answer(self, channel, reply):
        """Hands a reply on; one to a cell is held, and the fence goes out behind its outputs."""
        if self.cell is None or reply.parent_id != self.cell.id:
            clients = self.asked.pop(reply.parent_id, None)
            if clients is not None:
                self.sockets[channel].send_multipart(clients + reply.wire)
        elif self.reply is None:
            self.reply = reply
            # Under the cell's own id: what the cell still says meanwhile is filed under it.
            content = {"code": FENCE, "silent": True, "store_history": False}
            fence = self.message("execute_request", content, msg_id=self.cell.id)
            self.deno.sockets["shell"].send_multipart(fence)
        else:
            self.deadline = time.monotonic() + FENCE_SECONDS

    def published(self, message):
        """Hands on what Deno publishes, less what the fence and our own question add to it."""
        of_cell = self.cell is not None and message.parent_id == self.cell.id
        kind = message["execution_state"] if message.type == "status" else message.type
        if of_cell and FENCE_TYPE.encode() in message.content[:100]:
            return self.release()
        of_fence = self.last_cell is not None and message.parent_id == self.last_cell.id
        if message.parent_id == self.unheard or of_fence and kind == "idle":
            return
        if of_cell:
            if kind == "idle" or kind in self.said and kind in ("busy", "execute_input"):
                return
            self.said.add(kind)
            if kind == "error":
                return self.publish("error", self.advised(message), self.cell)
        self.sockets["iopub"].send_multipart(message.wire)

    def advised(self, error):
        """What an error says, with what to do about it below."""
        content = json.loads(error.content)
        try:
            what = advice(content["ename"], content["evalue"], self.cell["code"], os.getcwd())
        except Exception as fault:  # an error is shown, whatever is wrong with the notebook's file
            print(f"no advice: {fault!r}", file=sys.stderr)
            what = None
        return {**content, "traceback": [*content["traceback"], "", what]} if what else content

    def release(self):
        """The outputs of the cell are out: so goes its reply, with the error that Deno kept back."""
        if self.reply["status"] != "error" or "error" in self.said:
            return self.finish(self.reply.wire, self.reply["status"])
        found = syntax_error(self.program, self.cell["code"])
        self.fail("SyntaxError", found) if found else self.fail("Error", REFUSED)

    def fail(self, name, text):
        error = {"ename": name, "evalue": text, "traceback": f"{name}: {text}".split("\n")}
        self.publish("error", error, self.cell)
        count = self.reply["execution_count"] if self.reply else None
        content = {"status": "error", "execution_count": count, **error}
        self.finish(self.message("execute_reply", content, self.cell.header), "error")

    def finish(self, reply, status):
        cell, self.last_cell, self.cell, self.deadline = self.cell, self.cell, None, None
        # Taken before the reply goes out: what is sent in answer to it was not sent behind the cell.
        failed = status == "error" and cell["stop_on_error"] is not False
        behind = self.cells_behind() if failed else []
        self.sockets["shell"].send_multipart(self.asked.pop(cell.id) + reply)
        self.publish("status", {"execution_state": "idle"}, cell)
        for each in behind:
            self.publish("status", {"execution_state": "busy"}, each)
            self.send_reply("execute_reply", {"status": "aborted"}, each)
            self.publish("status", {"execution_state": "idle"}, each)

    def cells_behind(self):
        """Takes out the cells that wait behind one that failed."""
        while self.sockets["shell"].poll(0):
            self.waiting.append(Message(self.sockets["shell"].recv_multipart()))
        cells = [each for each in self.waiting if each.type == "execute_request"]
        self.waiting = deque(each for each in self.waiting if each not in cells)
        return cells

    def interrupt(self):
        """Deno can be stopped only by its end: not when it does nothing."""
        if self.cell:
            self.restart("Interrupted", f"the cell was stopped. {GO_ON}")

    def restart(self, name, text):
        """A new Deno in place of the one that is or must be gone, when its last outputs are out."""
        self.deno.end()
        while self.deno.sockets["iopub"].poll(0):
            self.published(Message(self.deno.sockets["iopub"].recv_multipart()))
        self.start()
        if self.cell:
            self.fail(name, text)
        elif self.last_cell:
            error = {"ename": name, "evalue": text, "traceback": [f"{name}: {text}"]}
            self.publish("error", error, self.last_cell)

    def message(self, kind, content, parent=b"{}", **header):
        """The frames of a message of our own, signed."""
        date = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        own = {"msg_id": uuid.uuid4().hex, "session": self.session, "username": "kernel"}
        header = {**own, "date": date, "msg_type": kind, "version": "5.3", **header}
        parts = [json.dumps(header).encode(), parent, b"{}", json.dumps(content).encode()]
        key = self.connection["key"].encode()
        signature = hmac.new(key, b"".join(parts), hashlib.sha256).hexdigest() if key else ""
        return [DELIMITER, signature.encode(), *parts]

    def publish(self, kind, content, about):
        self.sockets["iopub"].send_multipart(self.message(kind, content, about.header))

    def send_reply(self, kind, content, question):
        channel = "shell" if kind == "execute_reply" else "control"
        reply = self.message(kind, content, question.header)
        self.sockets[channel].send_multipart(question.clients + reply)


if __name__ == "__main__":
    Kernel(*sys.argv[1:]).run()
