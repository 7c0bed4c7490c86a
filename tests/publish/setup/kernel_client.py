"""Does with the kernel of .venv what front ends do, and prints what came of it as JSON."""

import json
import os
import signal
import subprocess
import sys
import time

from jupyter_client import KernelManager

SECONDS = 60
# Deno sends what is printed while the cell waits; one that never does may keep it to itself.
SPEAKS_THEN_STAYS = """
console.log('out');
await new Promise((done) => setTimeout(done, 1000));
while (true) {}
"""


class Front:
    """A kernel and a client of it."""

    def __init__(self, folder=None):
        self.manager = KernelManager(kernel_name="deno")
        # As Jupyter's server names the notebook to its kernel.
        named = {"JPY_SESSION_NAME": f"{folder}/notebook.ipynb"}
        self.manager.start_kernel(cwd=folder, env={**os.environ, **named})
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(SECONDS)

    def run(self, *codes, then=None, on="execute_input"):
        """Sends cells at once. Of each: its reply, and what was published of it before "idle".

        `then` is called when the first message of the kind `on` comes.
        """
        ids = [self.client.execute(code, allow_stdin=True) for code in codes]
        shown = {each: [] for each in ids}
        late, idle, replies = [], set(), {}
        while len(idle) < len(ids):
            message = self.client.get_iopub_msg(timeout=SECONDS)
            about, kind = message["parent_header"]["msg_id"], message["msg_type"]
            content = message["content"]
            if about not in shown:
                continue
            if about in idle:
                late.append(kind)
            if kind == on and then:
                then, now = None, then
                now()
            if kind == "status":
                if content["execution_state"] == "idle":
                    idle.add(about)
            elif kind != "execute_input":
                text = content.get("data", {}).get("text/plain") or content.get("text")
                shown[about].append(text or content)
        while len(replies) < len(ids):
            message = self.client.get_shell_msg(timeout=SECONDS)
            if message["parent_header"]["msg_id"] in shown:
                replies[message["parent_header"]["msg_id"]] = message["content"]
        return [{"status": replies[each]["status"], "shown": shown[each]} for each in ids] + late

    def deno(self):
        """The process behind the wrapper."""
        pairs = ps("-A", "-o", "pid=,ppid=").split("\n")
        processes = [line.split() for line in pairs if line]
        return next(int(own) for own, parent in processes if int(parent) == self.pid())

    def pid(self):
        return self.manager.provisioner.pid


def ps(*options):
    return subprocess.run(["ps", *options], capture_output=True, text=True).stdout


def gone(*processes):
    """Whether all of them end, within a time."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        states = [ps("-o", "stat=", "-p", str(each)) for each in processes]
        if all(not state.strip() or state.startswith("Z") for state in states):
            return True
        time.sleep(0.05)
    return False


def answers(front):
    client = front.client
    client.is_complete("f(")
    complete = client.get_shell_msg(timeout=SECONDS)
    return {
        "complete": client.complete("Mat", 3, reply=True, timeout=SECONDS)["content"]["matches"],
        "inspect": client.inspect("Math", 2, reply=True, timeout=SECONDS)["content"]["found"],
        "is_complete": complete["content"]["status"],
        "comms": client.comm_info(reply=True, timeout=SECONDS)["content"]["comms"],
        "history": client.history(reply=True, timeout=SECONDS)["content"]["history"],
        "info": client.kernel_info(reply=True, timeout=SECONDS)["content"]["implementation"],
    }


def asked(front, *codes):
    """Runs cells of which the first asks who is there, when all have been sent."""

    def reply():
        question = front.client.get_stdin_msg(timeout=SECONDS)["content"]["prompt"]
        front.client.input(f"answer to {question.strip()}")

    return front.run(*codes, then=reply)


def stopped_idle(front):
    front.run("const kept = 5;")
    front.manager.interrupt_kernel()
    return front.run("kept")


def advised(folder):
    """What stands below the errors of the cells that a folder asks for, one after the other."""
    front = Front(folder)
    with open(f"{folder}/cells.json") as file:
        runs = [front.run(cell) for cell in json.load(file)]
    front.client.stop_channels()
    front.manager.shutdown_kernel(now=True)
    return [cell["shown"][-1]["traceback"][2:] for cell, *_ in runs]


def stopped_by_message(front):
    """As front ends stop a kernel on Windows, which has no signal for it."""
    front.manager.kernel_spec.interrupt_mode = "message"
    try:
        stop = front.manager.interrupt_kernel
        return front.run(SPEAKS_THEN_STAYS, then=stop, on="stream")
    finally:
        front.manager.kernel_spec.interrupt_mode = "signal"


def orphaned():
    """A front end that is killed leaves nothing."""
    if os.fork() == 0:
        front = Front()
        print(json.dumps([front.pid(), front.deno()]), file=open(sys.argv[1], "w"), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    os.wait()
    return gone(*json.load(open(sys.argv[1])))


def main():
    left = orphaned()
    front = Front()
    stop = front.manager.interrupt_kernel
    cells = [f"await new Promise((done) => setTimeout(done, {at % 3})); {at}" for at in range(40)]
    said = {
        "orphaned": left,
        "advice": [advised(folder) for folder in sys.argv[2:]],
        "syntax": front.run("const a = 1;\nconst q = 5 +* 3;"),
        "thrown": asked(front, "throw new TypeError(prompt('Who?'))", "'behind'"),
        "awaiting": front.run(*cells),
        "answers": answers(front),
        "stopped idle": stopped_idle(front),
        "stopped": front.run(SPEAKS_THEN_STAYS, then=stop, on="stream"),
        "after the stop": front.run("kept"),
        "stopped by message": stopped_by_message(front),
        "ended": asked(front, "prompt('Who?'); Deno.exit(3)", "'behind'"),
        "after the end": front.run("2"),
    }
    first, inside = front.pid(), front.deno()
    front.run("0", then=lambda: front.client.execute("while (true) {}"))
    front.manager.restart_kernel()
    front.client.wait_for_ready(SECONDS)
    said["restarted"] = gone(first, inside) and front.run("3")
    first, inside = front.pid(), front.deno()
    os.kill(first, signal.SIGKILL)
    said["killed"] = gone(inside)
    front.client.stop_channels()
    front.manager.shutdown_kernel(now=True)
    print(json.dumps(said))


main()
