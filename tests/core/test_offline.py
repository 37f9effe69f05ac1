"""The hook can never leave an interpreter, so everything here happens in fresh ones."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

START = "import os, socket\nfrom theodolite import offline\nfrom theodolite.errors import NetworkRefused\n"


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("attempt", "record"),
    [
        ("socket.socket().connect(('192.0.2.1', 80))", "window: connect 192.0.2.1:80"),
        ("socket.socket().connect_ex(('127.0.0.1', 80))", "window: connect 127.0.0.1:80"),
        (
            "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
            "window: sendto 192.0.2.1:53",
        ),
        (
            "socket.socket(type=socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('192.0.2.1', 53))",
            "window: sendmsg 192.0.2.1:53",
        ),
        (
            "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b'x', ('2001:db8::1', 53))",
            "window: sendto 2001:db8::1:53",
        ),
        ("socket.getaddrinfo('name.invalid', 443)", "window: look up name.invalid"),
        ("socket.gethostbyname('name.invalid')", "window: look up name.invalid"),
        ("socket.getnameinfo(('192.0.2.1', 80), 0)", "window: look up 192.0.2.1:80"),
        ("socket.create_connection(('name.invalid', 80))", "window: look up name.invalid"),
        ("import urllib.request as u; u.urlopen('http://name.invalid/')", "window: look up name.invalid"),
    ],
)
def test_refuses_and_records(attempt: str, record: str) -> None:
    code = f"""
offline.install("window")
offline.install("window")
try:
    {attempt}
except NetworkRefused as error:
    print(error.code)
print(offline.refused())
"""
    assert python(code) == f"network-refused\n({record!r},)"


def test_unix_sockets_and_local_names_are_silent() -> None:
    code = """
import tempfile
offline.install("window")
a, b = socket.socketpair()
a.sendmsg([b"x"]); b.recv(1)
with tempfile.TemporaryDirectory() as folder:
    server = socket.socket(socket.AF_UNIX); server.bind(folder + "/s"); server.listen()
    client = socket.socket(socket.AF_UNIX); client.connect(folder + "/s"); client.sendall(b"x")
    socket.gethostname()
print(offline.refused(), os.environ["HF_HUB_OFFLINE"], os.environ["TRANSFORMERS_OFFLINE"])
"""
    assert python(code) == "() 1 1"


def test_only_inside_allow_are_connections_let_through() -> None:
    code = """
server = socket.socket(); server.bind(("127.0.0.1", 0)); server.listen()
offline.install("packs")
with offline.allow():
    print("HF_HUB_OFFLINE" in os.environ)
    socket.create_connection(server.getsockname()).close()
print(os.environ["HF_HUB_OFFLINE"])
try:
    socket.socket().connect(server.getsockname())
except NetworkRefused:
    print(len(offline.refused()))
offline.add_refused(("vision worker: look up x",))
print(offline.take_refused()[-1], offline.refused())
"""
    assert python(code) == "False\n1\n1\nvision worker: look up x ()"


def test_inside_allow_loopback_this_machine_is_reached_and_no_other() -> None:
    code = """
server = socket.socket(); server.bind(("127.0.0.1", 0)); server.listen()
offline.install("ray")
with offline.allow_loopback():
    print(os.environ["HF_HUB_OFFLINE"])
    socket.create_connection(server.getsockname()).close()
    socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.9.9.9", server.getsockname()[1]))
    for attempt in (
        lambda: socket.socket().connect(("192.0.2.1", 80)),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: socket.getnameinfo(("192.0.2.1", 80), 0),
        lambda: socket.socket().connect(("0.0.0.0", 80)),
    ):
        try:
            attempt()
        except NetworkRefused:
            pass
try:
    socket.socket().connect(server.getsockname())
except NetworkRefused:
    print(len(offline.refused()))
"""
    assert python(code) == "1\n5"


def test_without_the_hook_nothing_is_refused() -> None:
    assert python("print(offline.installed(), offline.refused())") == "False ()"


def test_the_network_namespace_is_empty_when_the_kernel_allows() -> None:
    code = """
uid = os.getuid()
done = offline.unshare_network()
print(done, [name for _, name in socket.if_nameindex()] == ["lo"], os.getuid() == uid)
"""
    done, empty, same_user = python(code).split()
    assert same_user == "True"
    if done != "True":
        pytest.skip("this kernel refuses a network namespace to this user")
    assert empty == "True"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to become another user"
)
def test_an_ordinary_user_loses_the_network_or_is_told_no() -> None:
    code = """
os.setgroups([]); os.setgid(65533); os.setuid(65533)
done = offline.unshare_network()
print(done, [name for _, name in socket.if_nameindex()] == ["lo"])
"""
    done, empty = python(code).split()
    if done != "True":
        pytest.skip("this kernel refuses a user namespace")
    assert empty == "True"
