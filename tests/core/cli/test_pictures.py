"""``picture`` and ``cover`` as the guide's page has them."""

from __future__ import annotations

import hashlib
import re
import shlex
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.contract import Command, code_of, runner
from theodolite.cli import pictures
from theodolite.domain import Step
from theodolite.errors import InputError

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide" / "pictures.md"


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


def test_a_step_is_read_from_one_text() -> None:
    assert pictures.step_of("rotate degrees=90") == Step("rotate", (("degrees", "90"),))
    assert pictures.step_of(" gray ") == Step("gray")
    assert pictures.step_of("annotate shape=label x1=0 y1=0 text=the tower = 1") == Step(
        "annotate", (("shape", "label"), ("x1", "0"), ("y1", "0"), ("text", "the tower = 1"))
    )
    with pytest.raises(InputError, match="no parameter"):
        pictures.step_of("rotate 90")


@pytest.fixture
def case(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case with one photograph, where the guide's commands find it."""
    monkeypatch.chdir(tmp_path)
    Image.radial_gradient("L").convert("RGB").resize((160, 120)).save("p.jpg")
    assert command("case", "new", "tower.case")[0] == 0
    assert command("case", "add", "tower.case", "p.jpg")[0] == 0
    return tmp_path / "tower.case"


@pytest.mark.full
def test_the_guides_commands_run(command: Command, case: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    found = [shlex.split(words)[1:] for words in re.findall(r"^ {4}(theodolite .+)$", text, re.MULTILINE)]
    ran = [words for words in found if words[0] != "packs" and words[1] != "propose"]
    assert {(words[0], words[1]) for words in ran} == {
        ("picture", "derive"), ("picture", "list"), ("picture", "check"),
        ("cover", "add"), ("cover", "list"), ("cover", "copy"),
    }  # fmt: skip
    answers = {}
    for words in ran:
        code, answers[words[0], words[1]] = command(*words)
        assert code == 0, words
    made = answers["picture", "derive"]["data"]
    assert answers["picture", "list"]["data"] == [made]
    assert answers["picture", "check"]["data"] == {"D1": True}
    copy = answers["cover", "copy"]["data"]
    assert copy["covered"] == 1
    assert hashlib.sha256(Path(copy["file"]).read_bytes()).hexdigest() == copy["sha256"]
    code, plain = command("picture", "export", case, "D1", "--out", "d1.png", "--uncovered")
    assert code == 0 and plain["data"] == {
        "file": str(Path("d1.png").absolute()), "sha256": made["sha256"], "as_recorded": True
    }  # fmt: skip
    code, plain = command("picture", "export", case, "D1", "--out", "d1.png")
    assert code == 0 and plain["data"]["as_recorded"]  # the region lies outside of what was cut out
    assert command("cover", "add", case, "E1", "--box", "0.4,0.4,0.5,0.5", "--kind", "name")[0] == 0
    code, covered = command("picture", "export", case, "D1", "--out", "d1.png")
    assert code == 0 and not covered["data"]["as_recorded"]
    code, answer = command("picture", "derive", case, "E1", "--title", "x", "--step", "melt")
    assert code == 1 and code_of(answer) == "bad-input"
    assert command("cover", "keep", case, "A1")[0] == 0
    assert command("cover", "remove", case, "A1")[0] == 0
    assert [one["id"] for one in command("cover", "list", case)[1]["data"]] == ["A2"]
    code, answer = command("cover", "add", case, "E1", "--box", "0.1,0.2")
    assert code == 1 and code_of(answer) == "bad-input"
