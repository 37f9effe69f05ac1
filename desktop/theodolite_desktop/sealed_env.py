"""The environment Chromium must find before any QApplication exists (design: Offline, and provable)."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path

CHROMIUM_FLAGS = (
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)


def seal(environ: MutableMapping[str, str] | None = None) -> bool:
    """Set the flags that keep the web view off every network; True where its sandbox stays on.

    Interceptor and CSP alone were measured to leak WebRTC STUN and preconnect; with these flags nothing
    left. Chromium refuses to start sandboxed as root or without user namespaces, so only then is its
    sandbox switched off, and the window says so. Flags that are already set are kept.
    """
    target = os.environ if environ is None else environ
    present = target.get("QTWEBENGINE_CHROMIUM_FLAGS", "").split()
    missing = [flag for flag in CHROMIUM_FLAGS if flag not in present]
    target["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join([*present, *missing])
    if target.get("QTWEBENGINE_DISABLE_SANDBOX") == "1":
        return False
    if not _sandbox_possible():
        target["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        return False
    return True


def _sandbox_possible(proc: Path = Path("/proc/sys")) -> bool:
    """False for root, and where the kernel is set to refuse user namespaces to ordinary users."""
    geteuid = getattr(os, "geteuid", None)
    if geteuid is None:
        return True
    if geteuid() == 0:
        return False
    return all(
        _number(proc / name) != 0 for name in ("user/max_user_namespaces", "kernel/unprivileged_userns_clone")
    ) and _number(proc / "kernel/apparmor_restrict_unprivileged_userns") in (None, 0)


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None
