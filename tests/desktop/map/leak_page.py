"""A page that tries every way out it knows, shown in our sealed view or, as the control, in a bare one.

Run as a program: ``leak_page.py sealed|bare``; prints one JSON line ``{"tried": {...}, "leaks": [...]}``.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from pathlib import Path

MODE = sys.argv[1] if len(sys.argv) > 1 else "sealed"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if MODE == "sealed":
    from theodolite_desktop import sealed_env

    sealed_env.seal()
else:
    os.environ.pop("QTWEBENGINE_CHROMIUM_FLAGS", None)  # another test may have sealed this environment
    if os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

from PySide6.QtCore import QTimer, QUrl  # noqa: E402
from PySide6.QtWebChannel import QWebChannel  # noqa: E402
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from theodolite.tiles import Tile  # noqa: E402
from theodolite_desktop.map.bridge import Bridge  # noqa: E402
from theodolite_desktop.map.ground import MISSING, GroundScene, TilePack  # noqa: E402
from theodolite_desktop.map.ground_layer import GroundLayer  # noqa: E402
from theodolite_desktop.map.routes import NoSuchPage, Routes  # noqa: E402
from theodolite_desktop.map.seal import PackScheme, SealedPage, register_scheme, sealed_profile  # noqa: E402
from theodolite_desktop.map.view import channel_script  # noqa: E402

PAGE = b"""<!DOCTYPE html><html><head><script src="pack://map/qwebchannel.js"></script>
<script src="pack://map/attack.js"></script></head><body></body></html>"""
ATTACK = Path(__file__).with_name("attack.js").read_text(encoding="utf-8")
leaks: list[str] = []
served: list[int] = []


def listen_tcp() -> int:
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(32)

    def loop() -> None:
        while True:
            client, _ = server.accept()
            client.settimeout(1)
            try:
                leaks.append("tcp " + client.recv(200).split(b"\r\n")[0].decode(errors="replace"))
            except OSError:
                leaks.append("tcp connection only")
            client.close()

    threading.Thread(target=loop, daemon=True).start()
    port: int = server.getsockname()[1]
    return port


def listen_udp() -> int:
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))

    def loop() -> None:
        while True:
            server.recvfrom(2000)
            leaks.append("udp")

    threading.Thread(target=loop, daemon=True).start()
    port: int = server.getsockname()[1]
    return port


class HostileTiles:
    """A map pack that would tell: each of its tiles names an address of the listeners."""

    def __init__(self, port: bytes) -> None:
        here = b"http://127.0.0.1:" + port
        drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="' + here + b'/tile"/></svg>'
        page = (
            b'<html><img src="'
            + here
            + b'/tile-page"><script src="'
            + here
            + b'/tile-script"></script></html>'
        )
        self._tiles = (
            Tile(drawing, "image/svg+xml"),
            Tile(page, "text/html"),
            Tile(drawing, "image/png"),
            Tile(page, "text/xml"),
        )

    def tile(self, _path: Path, _z: int, x: int, y: int) -> Tile:
        served.append(x + 2 * y)
        return self._tiles[x + 2 * y]

    def close(self) -> None:
        pass


def pack() -> TilePack:
    return TilePack(0, "Hostile", Path("none"), False, 0, 1, -180, -85, 180, 85)


def main() -> None:
    attack = ATTACK.replace("TCP_PORT", str(listen_tcp())).replace("UDP_PORT", str(listen_udp())).encode()
    made = {"index.html": lambda: PAGE, "attack.js": lambda: attack, "qwebchannel.js": channel_script}
    register_scheme()
    app = QApplication([])
    routes = Routes((), made)
    if MODE == "sealed":
        layer = GroundLayer(routes, app)
        layer.put(
            GroundScene((pack(),), source=HostileTiles(attack.partition(b"const P = ")[2].split(b",")[0]))
        )
        profile, _ = sealed_profile(routes, app, later=layer.later)
        page: QWebEnginePage = SealedPage(profile)
    else:
        # The control has neither policy, interceptor nor proxy: the listeners must hear it.
        class Open(PackScheme):
            def requestStarted(self, job):  # type: ignore[no-untyped-def]
                from PySide6.QtCore import QBuffer

                try:
                    answer = routes.answer(job.requestUrl().host(), job.requestUrl().path())
                except NoSuchPage:  # it has no map packs
                    answer = MISSING
                buffer = QBuffer(parent=job)
                buffer.setData(answer.body)
                job.reply(answer.media_type.encode(), buffer)

        profile = QWebEngineProfile(app)
        handler = Open(routes, app)
        profile.installUrlSchemeHandler(b"pack", handler)
        page = QWebEnginePage(profile)
    bridge = Bridge()
    channel = QWebChannel(page)
    channel.registerObject("bridge", bridge)
    page.setWebChannel(channel)
    tried: list[str] = []

    def finish(text: str) -> None:
        tried.append(text)
        QTimer.singleShot(1500, app.quit)

    bridge.markPicked.connect(finish)
    page.load(QUrl("pack://map/index.html"))
    QTimer.singleShot(40_000, app.quit)
    app.exec()
    print(json.dumps({"tried": tried, "leaks": leaks, "tiles": len(set(served))}), flush=True)
    os._exit(0)


main()
