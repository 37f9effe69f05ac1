"""Ray nodes on this machine, as somebody would start them by hand, each of them killable alone."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from theodolite import offline

_START_SECONDS = 90.0


class Nodes:
    """A cluster on loopback addresses: node n listens on 127.0.0.(n + 2), one processor each.

    Everything that Ray writes, its token too, lies in a folder of its own (with a short name: sockets).
    """

    def __init__(self, port: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="ray-"))
        self.port, self.address = port, f"127.0.0.2:{port}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("RAY_")},
            "RAY_USAGE_STATS_ENABLED": "0",
            "HOME": str(self.folder),
            "TMPDIR": str(self.folder),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        self._nodes: list[subprocess.Popen[bytes]] = []

    def start(self, count: int, **environment: str) -> None:
        """That many nodes; the first is the head, the others come up while it still does."""
        for number in range(count):
            self._nodes.append(self._node(number, {**self.environment, **environment}))
            if number == 0:
                self._wait_for_port(self._nodes[0])
        for number in range(count):
            self._wait(number)

    def _node(self, number: int, environment: dict[str, str]) -> subprocess.Popen[bytes]:
        ray = Path(sys.executable).with_name("ray")
        head = ["--head", f"--port={self.port}", "--include-dashboard=false", f"--temp-dir={self.folder}/t"]
        with (self.folder / f"node-{number}.log").open("wb") as log:
            return subprocess.Popen(
                [
                    *(str(ray), "start", *(head if number == 0 else [f"--address={self.address}"])),
                    *(f"--node-ip-address=127.0.0.{number + 2}", "--num-cpus=1"),
                    *("--object-store-memory=80000000", "--block"),
                ],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _wait_for_port(self, head: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end and head.poll() is None:
            try:
                with offline.allow_loopback():  # another test may have put the hook into this process
                    socket.create_connection(("127.0.0.2", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        self._wait(0)

    def _wait(self, number: int) -> None:
        said = self.folder / f"node-{number}.log"
        end = time.monotonic() + _START_SECONDS
        while b"Ray runtime started" not in said.read_bytes():
            if self._nodes[number].poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"Ray node {number} did not start:\n{said.read_text(errors='replace')}")
            time.sleep(0.05)

    def kill(self, number: int) -> None:
        """SIGKILL to every process of a node at once, as a power cut does."""
        node = self._nodes[number]
        for pid in [*below(node.pid), node.pid]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        node.wait()

    def pid(self, number: int) -> int:
        return self._nodes[number].pid

    def close(self) -> None:
        for number, node in enumerate(self._nodes):
            if node.poll() is None:
                self.kill(number)
        shutil.rmtree(self.folder, ignore_errors=True)


def below(pid: int) -> list[int]:
    """Every process that comes from ``pid``, its children first."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found: list[int] = []
    ahead = [pid]
    while ahead:
        ahead = [child for parent in ahead for child in children.get(parent, [])]
        found += ahead
    return found
