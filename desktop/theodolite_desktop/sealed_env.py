"""The environment Chromium must find before any QApplication exists (design: Offline, and provable)."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

from theodolite import offline

CHROMIUM_FLAGS = (
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--expose-gc",  # not for the seal: the report's page lets its former pictures go
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
    if not offline.browser_sandbox_possible():
        target["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        return False
    return True
