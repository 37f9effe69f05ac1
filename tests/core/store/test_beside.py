"""Hidden folders beside a case: in use they stay, of a killed command they go, and of an encrypted case they
hold nothing readable."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.core.store.conftest import CASE, exhibit_of

from theodolite.domain import PROTECTED
from theodolite.errors import StorageFailed
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, beside, bundle
from theodolite.store.cipher import header

PASSPHRASE = "a long enough phrase"
KILLED = """
import os, signal, sys
from pathlib import Path
from theodolite.engine import bundling
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore
from theodolite.store.cipher import header

header.COST = header.Cost(memory=64, passes=1, lanes=1)
ours = CaseStore.open(Path(sys.argv[1]), passphrase=sys.argv[3] or None)
with bundling._copy(Path(sys.argv[2]), ours.folder.parent, None, ours.encrypted) as opening:
    theirs = run_to_end(opening)
    assert theirs.state().exhibits
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_folder_in_use_stays_and_one_of_a_killed_command_goes(tmp_path: Path) -> None:
    dead = tmp_path / ".merging-abc_1234"
    (dead / "copy.case").mkdir(parents=True)
    (dead / "copy.case" / "x").write_bytes(b"words")
    others = [
        tmp_path / name for name in (".merging-mine", ".merging", ".other-abc_1234", "merging-abc_1234")
    ]
    for one in others:
        one.mkdir()
    link = tmp_path / ".merging-link_234"
    link.symlink_to(others[0], target_is_directory=True)
    with beside.folder(tmp_path, beside.MERGING) as used:
        assert not dead.exists()
        assert (used.parent, used.stat().st_mode & 0o777) == (tmp_path, 0o700)
        with beside.folder(tmp_path, beside.REPLAYING) as second:
            assert used.is_dir() and second.is_dir()
        assert not second.exists()
        beside.sweep(tmp_path)
        assert used.is_dir()
    assert not used.exists()
    assert {path.name for path in tmp_path.iterdir()} == {one.name for one in (*others, link)}
    with pytest.raises(StorageFailed), beside.folder(tmp_path / "none", beside.MERGING):
        pass
    beside.sweep(tmp_path / "none")


@pytest.mark.skipif(sys.platform == "win32", reason="no locks of folders there")
@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["plain", "encrypted"])
def test_a_merge_killed_midway_leaves_nothing_after_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    monkeypatch.setattr(header, "COST", header.Cost(memory=64, passes=1, lanes=1))
    case, out = tmp_path / "cases" / "a.case", tmp_path / "out"
    with CaseStore.create(case, CASE, passphrase=passphrase or None) as store:
        exhibit_of(store, b"MARKER bytes" * 100, "MARKER.jpg")
        run_to_end(bundle.export(store, out, disclose=frozenset(PROTECTED)))
    command = [sys.executable, "-c", KILLED, str(case), str(out), passphrase]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    (left,) = case.parent.glob(".*")
    assert left.name.startswith(".merging-") and left.stat().st_mode & 0o777 == 0o700
    files = [path.read_bytes() for path in left.rglob("*") if path.is_file()]
    assert len(files) >= 2
    assert any(b"MARKER" in data for data in files) is not bool(passphrase)
    CaseStore.open(case, passphrase=passphrase or None).close()
    assert list(case.parent.iterdir()) == [case]
