"""The reader against what is written in the OCR corpus (ocr_truth.py): key words, and errors by script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import pytest

from tests.core.clues.ocr_truth import TRUTHS, Truth
from tests.core.clues.signs import bare, errors
from theodolite.clues.ocr import Reading

Read = Callable[[str], Reading]

pytestmark = [pytest.mark.corpora, pytest.mark.usefixtures("tessdata_installed")]

#: Character error rate that must not be exceeded, by script. Letters of lines not found count as errors.
BOUNDS: dict[str, float] = {
    "Arab": 0.08,
    "Cyrl": 0.04,
    "Deva": 0.12,
    "Grek": 0.06,
    "Hang": 0.20,
    "Hani": 0.11,
    "Latn": 0.02,
    "Taml": 0.04,
    "Telu": 0.09,
    "Thai": 0.05,
}


@pytest.mark.drawn(12)
@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.name.rsplit("/")[-1])
def test_key_words_are_read(read: Read, truth: Truth) -> None:
    text = bare(" ".join(line.text for line in read(truth.name).lines))
    assert [key for key in truth.keys if bare(key) not in text] == []


@pytest.mark.drawn(12)
@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.name.rsplit("/")[-1])
def test_no_line_is_in_a_script_that_is_not_there(read: Read, truth: Truth) -> None:
    """Precision before recall: every line read is in one of the scripts of the picture."""
    known = truth.scripts | {"Zyyy"}
    if "Hani" in known:
        known |= {"Latn"}
    wrong = [(line.text, line.script) for line in read(truth.name).lines if line.script not in known]
    assert not wrong


def test_errors_by_script(
    read: Read, capsys: pytest.CaptureFixture[str], draw: Callable[[Iterable[str], int], list[str]]
) -> None:
    scripts = set(draw(BOUNDS, 3))
    wrong: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for truth in TRUTHS:
        if not scripts & {script for script, _ in truth.lines}:
            continue
        texts = [line.text for line in read(truth.name).lines]
        for script, line in [line for line in truth.lines if line[0] in scripts]:
            size = len(bare(line))
            best = min((errors(line, text) for text in texts), default=size)
            wrong[script] += min(best, size)
            total[script] += size
    rows = [f"{script}  {total[script]:5}  {wrong[script] / total[script]:6.1%}" for script in sorted(total)]
    with capsys.disabled():
        print("\nscript  letters  character error rate (corpora/ocr)\n" + "\n".join(rows))
    assert set(total) == scripts
    for script in scripts:
        assert wrong[script] / total[script] <= BOUNDS[script], script
