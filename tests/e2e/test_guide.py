"""Every command of the guide's pages on clues, fitting, coordinates and the investigation is run."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.e2e.contract import Command, code_of
from theodolite.engine import Engine, sample
from theodolite.jobs import run_to_end

pytestmark = pytest.mark.xdist_group("sample")  # the index of the sample case is made once

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
TOWER = GUIDE.parents[1] / "cases" / "tower"
PAGES = [
    GUIDE / "clues.md", GUIDE / "fitting.md", GUIDE / "coordinates.md", GUIDE / "investigation.md",
    GUIDE / "strategies.md", GUIDE / "evaluation.md", GUIDE / "mp16.md", GUIDE / "desk.md",
    GUIDE / "finding.md",
    *sorted((GUIDE / "clues").glob("*.md")),
]  # fmt: skip
BLOCK = re.compile(r"^ {4}(theodolite .+)$", re.MULTILINE)
INLINE = re.compile(r"`(theodolite [^`]+)`")
CLUE = re.compile(r"^C\d+$")
#: Three photographs are too few to fit anything, so what was fitted to them cannot be used.
REFUSED = {("fit", "use"): "bad-input"}


def commands(page: Path) -> list[list[str]]:
    text = page.read_text(encoding="utf-8")
    found = sorted((match.start(), match[1]) for form in (BLOCK, INLINE) for match in form.finditer(text))
    return [shlex.split(words, comments=True)[1:] for _, words in found]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory, starter: object) -> Path:
    """The sample case and three photographs, under the names that the guide uses."""
    folder = tmp_path_factory.mktemp("guide")
    engine = Engine()
    try:
        run_to_end(sample.build(engine, folder / "tower.case"))
    finally:
        engine.dispose()
    (folder / "photographs").mkdir()
    places = {"arezzo-1": (43.467, 11.885), "lund-1": (55.7139, 13.2119), "berlin-1": (52.5189, 13.4003)}
    rows = ["image,lat,lon"]
    for name, (lat, lon) in places.items():
        shutil.copyfile(TOWER / "references" / f"{name}.jpg", folder / "photographs" / f"{name}.jpg")
        rows.append(f"{name}.jpg,{lat},{lon}")
    for table in (folder / "photographs" / "places.csv", folder / "photos.csv"):
        table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_the_guide_has_commands_to_run() -> None:
    assert {page.name for page in PAGES if commands(page)} >= {
        "clues.md", "fitting.md", "coordinates.md", "investigation.md", "sun.md", "relations.md", "when.md"
    }  # fmt: skip


@pytest.mark.packs
@pytest.mark.drawn(6)
@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.stem)
def test_the_commands_of_a_page_work(
    page: Path, command: Command, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids of clues are examples: the first clue that fits the command stands for them."""
    for item in example.iterdir():
        (shutil.copytree if item.is_dir() else shutil.copyfile)(item, tmp_path / item.name)
    if page.name == "investigation.md":
        shutil.rmtree(tmp_path / "tower.case")  # it begins with a new one
    monkeypatch.chdir(tmp_path)
    for words in commands(page):
        code, document = command(*(first_clue(command, words) if CLUE.match(w) else w for w in words))
        expected = REFUSED.get((words[0], words[1]))
        assert (code == 0) if expected is None else (code_of(document) == expected), (words, document)
        if words[:2] == ["case", "new"]:
            assert command("case", "add", "tower.case", *sorted(TOWER.glob("*.jpg")))[0] == 0


def first_clue(command: Command, words: list[str]) -> str:
    rows = command("clue", "list", "tower.case")[1]["data"]["clues"]
    lines = [row["id"] for row in rows if row["kind"] == "text.line" and row["active"]]
    return str(lines[0] if words[1] == "correct" else rows[-1]["id"])


def test_the_index_of_clues_lists_every_page() -> None:
    listed = set(re.findall(r"\(clues/(\w+\.md)\)", (GUIDE / "clues.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in (GUIDE / "clues").glob("*.md")}


@pytest.mark.parametrize("page", [*sorted(GUIDE.rglob("*.md")), GUIDE.parents[1] / "README.md"], ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target
