"""The long part of a build on a Ray cluster of two nodes, one of which dies; and what is refused."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.core.index.ray_nodes import Nodes, below
from tests.core.index.test_ray_tables import write_table

from theodolite import offline, paths
from theodolite.errors import InputError, NetworkRefused, NotFound
from theodolite.index import layout, ray_build, ray_cluster, ray_tables, search, store, tables
from theodolite.index.build import build
from theodolite.jobs import run_to_end

pytestmark = pytest.mark.alone

PORT = 6391
GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide" / "large-indexes.md"

#: What the command line does, with the progress on standard output.
DRIVER = """
import json, sys
from theodolite import offline
from theodolite.codec import to_plain
from theodolite.errors import TheodoliteError
from theodolite.index import ray_build, ray_tables
from theodolite.jobs import run_to_end
offline.install("command")
what, *rest = sys.argv[1:]
try:
    job = ray_build.photographs(*rest, share=2) if what == "photographs" else ray_tables.spread(*rest)
    tell = lambda step: print(json.dumps([step.done, step.total]), file=sys.__stdout__, flush=True)
    done = run_to_end(job, tell)
    print(json.dumps({**to_plain(done), "refused": offline.refused()}))
except TheodoliteError as error:
    print(json.dumps({"code": error.code, "text": str(error)}))
"""


@pytest.fixture
def nodes() -> Iterator[Nodes]:
    found = Nodes(PORT)
    try:
        yield found
    finally:
        found.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Two dozen geotagged photographs, one copy, one without a position, one that is none."""
    place = tmp_path_factory.mktemp("photographs")
    random = np.random.default_rng(5)
    for number in range(25):
        pixels = np.kron(random.integers(0, 255, (8, 8, 3)), np.ones((40, 40, 1))).astype(np.uint8)
        exif = Image.Exif()
        if number < 24:
            exif.get_ifd(0x8825).update(
                {1: "N", 2: (40.0 + number, 30.0, 0.0), 3: "E", 4: (2.0 * number, 0.0, 0.0)}
            )
        Image.fromarray(pixels).save(place / f"{number:02}.jpg", exif=exif)
    (place / "copy.jpg").write_bytes((place / "07.jpg").read_bytes())
    (place / "notes.txt").write_text("not a photograph")
    return place


def start(nodes: Nodes, *arguments: object, under: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*under, sys.executable, "-c", DRIVER, *map(str, arguments), nodes.address],
        env=environment(nodes),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def environment(nodes: Nodes) -> dict[str, str]:
    """The nodes' own, with the packs of this machine."""
    return {**nodes.environment, "THEODOLITE_HOME": str(paths.home())}


def finished(driver: subprocess.Popen[str]) -> dict[str, object]:
    out, err = driver.communicate(timeout=120)
    assert driver.returncode == 0, err
    lines = [json.loads(line) for line in out.splitlines()]  # and nothing that Ray says
    found: dict[str, object] = lines[-1]
    return found


def files_of(index: Path) -> list[layout.File]:
    return sorted(layout.read_manifest(index).all_files, key=lambda file: file.name)


@pytest.mark.packs
def test_a_node_dies_midway_and_the_index_is_that_of_one_machine(nodes, folder, starter, tmp_path) -> None:
    pack = str(starter("vision-starter").path)
    together, alone = tmp_path / "together", tmp_path / "alone"
    nodes.start(2)
    answer = with_a_death(nodes, start(nodes, "photographs", folder, together, pack), total=14)
    assert int(answer["looked_at"]) + int(answer["known"]) >= 24, answer

    info = run_to_end(build(str(folder), str(together), pack))
    expected = run_to_end(build(str(folder), str(alone), pack))
    assert (info.count, info.reused) == (24, 25)  # the one without a position is known too
    assert expected.reused == 0
    assert [skipped.code for skipped in info.skipped] == [skipped.code for skipped in expected.skipped]
    assert files_of(together) == files_of(alone)  # to the byte: names are hashes
    vector = np.asarray(store.open_index(alone).segments[0].vectors.rows[11], np.float32)
    vector /= np.linalg.norm(vector)
    found = [search.search([str(place)], vector, info.pack_sha256, 10)[1] for place in (together, alone)]
    assert [one.id for one in found[0]] == [one.id for one in found[1]]
    assert [one.cosine for one in found[0]] == [one.cosine for one in found[1]]


@pytest.mark.full
def test_a_node_dies_midway_through_a_table(nodes, tmp_path) -> None:
    table = write_table(tmp_path / "t.parquet", rows=9000, group=100)
    together, alone = tmp_path / "together", tmp_path / "alone"
    nodes.start(2)
    answer = with_a_death(nodes, start(nodes, "table", table, together), total=90)
    assert int(answer["looked_at"]) + int(answer["known"]) == 90
    run_to_end(ray_tables.finish(str(table), str(together)))
    run_to_end(tables.build_table(str(table), str(alone)))
    assert files_of(together) == files_of(alone)


def with_a_death(nodes: Nodes, driver: subprocess.Popen[str], total: int) -> dict[str, object]:
    """What the command says at the end, when node 1 dies after two shares while it works on another."""
    assert driver.stdout is not None
    done = 0
    while done < 2:
        line = driver.stdout.readline()
        assert line, driver.communicate()
        done, of = json.loads(line)
    assert of == total
    wait_until_busy(nodes, 1)
    nodes.kill(1)
    answer = finished(driver)
    assert answer.get("refused") == [], answer
    return answer


def wait_until_busy(nodes: Nodes, number: int) -> None:
    """Until a process of the node works on a share: Ray puts its task into the process's title."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for pid in below(nodes.pid(number)):
            try:
                title = Path(f"/proc/{pid}/cmdline").read_bytes()
            except OSError:
                continue
            if title.startswith(b"ray::Map"):
                return
        time.sleep(0.005)
    pytest.fail("the second node never worked")


@pytest.mark.full
@pytest.mark.packs
def test_the_command_of_the_guide(nodes, folder, starter, tmp_path) -> None:
    starter("vision-starter")
    (command,) = re.findall(r"^ {4}theodolite (index build .+ --ray .+)$", GUIDE.read_text(), re.MULTILINE)
    (tmp_path / "photographs").symlink_to(folder)
    nodes.start(2)
    done = subprocess.run(
        [sys.executable, "-m", "theodolite.cli", *command.split()],
        cwd=tmp_path,
        env=environment(nodes),
        capture_output=True,
        text=True,
        timeout=150,
    )
    assert done.returncode == 0, done.stderr
    assert "Ray nodes looked at 24 photographs" in done.stdout
    assert store.check(tmp_path / "large.index").count == 24


@pytest.mark.full
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_command_connects_to_this_machine_only(nodes, tmp_path) -> None:
    table, log = write_table(tmp_path / "t.parquet", rows=300, group=100), tmp_path / "log"
    nodes.start(1)
    strace = ("strace", "-f", "-o", str(log), "-e", "trace=connect,sendto,sendmsg,sendmmsg")
    answer = finished(start(nodes, "table", table, tmp_path / "index", under=strace))
    assert answer["looked_at"] == 3
    text = log.read_text(errors="replace")
    asked = re.findall(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"', text)
    hosts = {(four or six).removeprefix("::ffff:") for four, six in asked}
    assert nodes.address.split(":")[0] in hosts  # the log sees what there is to see
    assert all(offline.is_loopback(host) for host in hosts), hosts

    # And what a task of ours complains of arrives as it was said.
    code = """
import sys
from theodolite.codec import to_plain
from theodolite.index import ray_tables, tables
from theodolite.jobs import run_to_end
item = {"piece": to_plain(tables.pieces(sys.argv[2])[0]), "folder": "/nowhere/x", "parts": 1, "dim": 48}
try:
    with ray_cluster.joined(sys.argv[1]) as ray:
        run_to_end(ray_cluster.spread(ray, "", ray_tables.make_shard, [item]))
except TheodoliteError as error:
    print(error.code, error)
"""
    said = python(code, nodes.address, str(table), **nodes.environment)
    assert said.startswith("bad-input A node of the cluster does not see /nowhere/x: nodes need")


@pytest.mark.full
def test_a_cluster_that_reports_home_is_left(nodes) -> None:
    # Nothing can be reported from here: no dashboard, and the reports' address is a closed port.
    nodes.start(1, RAY_USAGE_STATS_ENABLED="1", RAY_USAGE_STATS_REPORT_URL="http://127.0.0.1:9/")
    code = """
import sys
from theodolite import offline
offline.install("command")
try:
    with ray_cluster.joined(sys.argv[1]):
        print("joined")
except TheodoliteError as error:
    print(error.code, error)
"""
    said = python(code, nodes.address, **nodes.environment)
    assert said.startswith("ray ")
    assert "reports its usage" in said


# --- what is refused before anything is connected ------------------------------------------------------


@pytest.mark.parametrize("address", ["127.0.0.1:6379", "127.9.9.9:1", "[::1]:6379"])
def test_this_machine_is_allowed(address) -> None:
    ray_cluster.require_local(address, allow_remote=False)


@pytest.mark.parametrize(
    "address",
    ["10.0.0.7:6379", "localhost:6379", "cluster.example:6379", "0.0.0.0:6379", "[::ffff:8.8.8.8]:1"],
)
def test_other_machines_need_the_word(address) -> None:
    with pytest.raises(NetworkRefused, match="--ray-allow-remote"):
        ray_cluster.require_local(address, allow_remote=False)
    ray_cluster.require_local(address, allow_remote=True)


@pytest.mark.parametrize(
    "address", ["", "auto", "127.0.0.1", "127.0.0.1:", ":6379", "ray://127.0.0.1:1", "h:99999"]
)
def test_what_is_no_address_is_named(address) -> None:
    with pytest.raises(InputError, match="HOST:PORT"):
        ray_cluster.require_local(address, allow_remote=True)


def test_a_folder_that_is_none_is_named_before_anything_is_joined(tmp_path) -> None:
    with pytest.raises(NotFound):
        run_to_end(
            ray_build.photographs(str(tmp_path / "x"), str(tmp_path / "i"), str(tmp_path), "127.0.0.1:1")
        )


def python(code: str, *arguments: str, **environment: str) -> str:
    """What ``code`` prints in a fresh interpreter."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RAY_")}
    head = "from theodolite.errors import TheodoliteError\nfrom theodolite.index import ray_cluster\n"
    done = subprocess.run(
        [sys.executable, "-c", head + code, *arguments],
        env={**clean, **environment},
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_ray_is_imported_with_its_reports_off_or_not_at_all() -> None:
    """Whatever the environment said, and not where Ray does not tell."""
    code = """
import os, sys
assert "ray" not in sys.modules
ray_cluster.imported()
assert "ray" in sys.modules
print(os.environ["RAY_USAGE_STATS_ENABLED"], ray_cluster.reports_usage())
from ray._common.usage import usage_lib
usage_lib.usage_stats_enabled = lambda: True
try:
    ray_cluster.imported()
except TheodoliteError as error:
    print(error)
del usage_lib.usage_stats_enabled
try:
    ray_cluster.imported()
except TheodoliteError as error:
    print(error)
"""
    said = python(code, RAY_USAGE_STATS_ENABLED="1").splitlines()
    assert said[0] == "0 False"
    assert "reports are on" in said[1]
    assert "does not say whether" in said[2]


def test_ray_that_was_there_before_us_is_not_used() -> None:
    code = """
import sys, types
sys.modules["ray"] = types.ModuleType("ray")
try:
    ray_cluster.imported()
except TheodoliteError as error:
    print(error)
"""
    assert "before its usage reports were switched off" in python(code)
