"""Reading a system-call trace: which calls named an internet destination."""

from __future__ import annotations

import re
from pathlib import Path

CALLS = re.compile(r"\b(connect|sendto|sendmsg|sendmmsg)\(")
INTERNET = re.compile(r"\bAF_INET6?\b")
STRACE = ("strace", "-f", "-qq", "-s", "256", "-e", "trace=connect,sendto,sendmsg,sendmmsg")


def internet_calls(trace: Path) -> list[str]:
    """Lines of ``trace`` that connect or send to an AF_INET or AF_INET6 address.

    AF_NETLINK and address-less sockets are the web engine asking for the interface list; they name no
    destination outside the machine.
    """
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if CALLS.search(line) and INTERNET.search(line)]
