"""The application opens no connection, and can say what it refused (docs/threat-model.md).

:func:`install` is the first thing every process of ours does. A Python audit hook sees what Python code
does, not what native code or child processes do; therefore workers also leave the network namespace with
:func:`unshare_network` where the kernel allows it, and the end-to-end proof is strace, not this module.
"""

from __future__ import annotations

import ctypes
import ipaddress
import logging
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from theodolite.errors import NetworkRefused

log = logging.getLogger(__name__)

#: Environment that makes the Hugging Face libraries stay on the disk.
OFFLINE_ENVIRONMENT = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000

# Audit events that carry (socket, address); name look-ups carry the name first.
_SENDING = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_LOOKUPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)

# An audit hook belongs to the interpreter and can never be taken out, so its state is the module's.
_process = ""
_refused: list[str] = []
_allowed = 0
_loopback = 0
_lock = threading.Lock()


def install(process: str) -> None:
    """Refuse and record every connection and name look-up of this interpreter from now on.

    ``process`` is the name that refusals carry ("window", "vision worker"). Calling again only renames.
    AF_UNIX sockets stay silent: they never leave the machine.
    """
    global _process
    first = not _process
    _process = process
    os.environ.update(OFFLINE_ENVIRONMENT)
    if first:
        sys.addaudithook(_hook)


def installed() -> bool:
    """Whether the hook is in this interpreter."""
    return bool(_process)


def refused() -> tuple[str, ...]:
    """What was refused in this process and, once told, in its workers; oldest first."""
    with _lock:
        return tuple(_refused)


def take_refused() -> tuple[str, ...]:
    """Hand over the refusals recorded here and forget them: a worker passes its own to its parent."""
    with _lock:
        taken = tuple(_refused)
        _refused.clear()
    return taken


def add_refused(entries: tuple[str, ...]) -> None:
    """Record refusals that a worker reported."""
    with _lock:
        _refused.extend(entries)


@contextmanager
def allow() -> Iterator[None]:
    """Permit connections inside the block. Only ``theodolite packs fetch`` and ``index build --ray`` with
    ``--ray-allow-remote`` may use it.

    Libraries that read their offline switch at import must be imported inside the block.
    """
    global _allowed
    kept = {name: os.environ.pop(name, None) for name in OFFLINE_ENVIRONMENT}
    with _lock:
        _allowed += 1
    try:
        yield
    finally:
        with _lock:
            _allowed -= 1
        os.environ.update({name: value for name, value in kept.items() if value is not None})


@contextmanager
def allow_loopback() -> Iterator[None]:
    """Permit connections to this machine itself inside the block. Only ``index build --ray`` may use it.

    Names are not looked up, not even ``localhost``: only addresses of the loopback network pass.
    """
    global _loopback
    with _lock:
        _loopback += 1
    try:
        yield
    finally:
        with _lock:
            _loopback -= 1


def is_loopback(host: object) -> bool:
    """Whether ``host`` is an address of the loopback network, written as one."""
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    try:
        return isinstance(text, str) and ipaddress.ip_address(text).is_loopback
    except ValueError:
        return False


def unshare_network() -> bool:
    """Move this process into an empty network namespace; True when the kernel did it.

    Must run before the process has a second thread (a user namespace needs that). With the privilege to do
    so the network alone is unshared; otherwise a user namespace comes with it, in which this user keeps its
    own id so that file ownership looks as before.
    """
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) == 0:
        return True
    uid, gid = os.getuid(), os.getgid()
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        log.info("no network namespace: %s", os.strerror(ctypes.get_errno()))
        return False
    try:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    except OSError as error:  # the network is gone either way; only the shown ids differ
        log.info("user id not mapped in the new namespace: %s", error)
    return True


def network_is_empty() -> bool:
    """Whether this process sees no network interface but the loopback one."""
    try:
        names = [name for _, name in socket.if_nameindex()]
    except OSError:
        return True
    return all(name == "lo" for name in names)


def user_namespaces_allowed(proc: Path = Path("/proc/sys")) -> bool:
    """Whether the kernel lets an ordinary user make a user namespace (Chromium's sandbox needs one)."""
    wanted: dict[str, Callable[[int], bool]] = {
        "user/max_user_namespaces": lambda value: value > 0,
        "kernel/unprivileged_userns_clone": lambda value: value > 0,
        "kernel/apparmor_restrict_unprivileged_userns": lambda value: value == 0,
    }
    for name, fits in wanted.items():
        try:
            value = int((proc / name).read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            continue
        if not fits(value):
            return False
    return True


def browser_sandbox_possible() -> bool:
    """True where Chromium's own sandbox stays on: not as root, and with user namespaces."""
    if not sys.platform.startswith("linux"):
        return True
    return os.geteuid() != 0 and user_namespaces_allowed()


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event in _SENDING:
        sock, address = args[0], args[1] if len(args) > 1 else None
        if getattr(sock, "family", None) == getattr(socket, "AF_UNIX", None):
            return
        target = f"{event.removeprefix('socket.')} {_text(address)}"
        host = address[0] if isinstance(address, tuple) and address else None
    elif event in _LOOKUPS:
        host = args[0] if args else None
        target = f"look up {_text(host)}"
        host = host[0] if isinstance(host, tuple) and host else host
    else:
        return
    if _allowed or (_loopback and is_loopback(host)):
        return
    entry = f"{_process}: {target}"
    with _lock:
        _refused.append(entry)
    log.warning("refused: %s", entry)
    raise NetworkRefused(f"Refused to open a connection ({target}): Theodolite works offline.")


def _text(address: object) -> str:
    if isinstance(address, bytes):
        return address.decode("ascii", "replace")
    if isinstance(address, tuple) and len(address) >= 2:
        return f"{address[0]}:{address[1]}"
    return "connected peer" if address is None else str(address)
