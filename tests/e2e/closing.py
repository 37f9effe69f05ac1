"""The last steps of an investigation at the window: people, a blind review, masks, signatures, a bundle."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox

from tests.e2e.examiner import CONTROL, LEFT, NONE, Examiner
from theodolite.domain import Box
from theodolite_desktop.views.bundle_dialog import BundleDialog
from theodolite_desktop.views.case_dialog import CaseDialog
from theodolite_desktop.views.people_form import PeoplePage, SourcesPage
from theodolite_desktop.views.redact_dialog import RedactDialog
from theodolite_desktop.views.review_dialog import AgreementDialog, BeginReviewDialog, ReviewDialog
from theodolite_desktop.views.sign_dialog import SignDialog

PASSPHRASE = "four words are better"
SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


def properties(examiner: Examiner, mandate: str, place: str, when: str, *, person: str, source: str) -> None:
    """Fill in what a final report needs, what the claim says, who works on the case, who its source is."""

    def keep(page: PeoplePage | SourcesPage, name: str) -> None:
        examiner.qtbot.keyClicks(page.fields["name"], name)
        page.keep.click()
        examiner.wait(lambda: any(name in page.list.item(n).text() for n in range(page.list.count())))

    def fill(box: CaseDialog) -> None:
        examiner.qtbot.keyClicks(box.mandate, mandate)
        box.show_page("Claim")
        examiner.qtbot.keyClicks(box.place, place)
        examiner.qtbot.keyClicks(box.time, when)
        box.show_page("People")
        examiner.button(box, "New person")
        keep(box.people, person)
        box.show_page("Sources")
        box.sources.list.setCurrentRow(0)
        assert box.sources.code in ("", "S1")
        keep(box.sources, source)
        examiner.button(box, "Save")
        examiner.wait(lambda: not box.isVisible() or not box.problem.isHidden())
        assert box.problem.text() == ""

    with examiner.answering(CaseDialog, fill):
        examiner.shell.commands.run("case.question")
    examiner.rest()


def review(
    examiner: Examiner, person: str, place: str, clue: str, remark: str
) -> tuple[list[str], list[str], list[str]]:
    """A blind review of the exhibit in view that agrees on the place and not on ``clue``.

    What the window and its form said before, the statuses of the candidates then, and what both say after.
    """

    def begin(box: BeginReviewDialog) -> None:
        box.person.setCurrentIndex(box.person.findData(person))
        examiner.button(box, "Begin blind")
        examiner.wait(lambda: not box.isVisible() or not box.problem.isHidden())
        assert box.problem.text() == ""

    with examiner.answering(BeginReviewDialog, begin):
        examiner.shell.commands.run("case.review")
    examiner.rest()
    examiner.picture("step-20-blind")
    seen = examiner.texts()
    statuses = [card.candidate.status.value for card in examiner.cards()]

    def answer(box: ReviewDialog) -> None:
        seen.extend(box.place.itemText(n) for n in range(box.place.count()))
        found = next(n for n in range(box.place.count()) if box.place.itemText(n).startswith(place))
        box.place.setCurrentIndex(found)
        choice, why = box.opinions[clue]
        choice.setCurrentIndex(choice.findData("disagree"))
        examiner.qtbot.keyClicks(why, remark)
        examiner.button(box, "Put on record")
        examiner.wait(lambda: not box.isVisible() or not box.problem.isHidden())
        assert box.problem.text() == ""

    with (
        examiner.answering(AgreementDialog, lambda box: examiner.button(box, "Close")) as both,
        examiner.answering(ReviewDialog, answer) as form,
    ):
        examiner.shell.commands.run("case.review")
    examiner.rest()
    examiner.button(examiner.shell.banner, "End the review")
    examiner.wait(lambda: not examiner.snapshot.reviewer)
    examiner.rest()
    return [*seen, *form], statuses, both


def mask(examiner: Examiner, exhibit: str, *regions: tuple[int, Box]) -> None:
    """Draw boxes over regions of ``exhibit``, each with the number of its kind in the list."""

    def cover(box: RedactDialog) -> None:
        canvas = box.canvas
        examiner.wait(lambda: canvas.picture is not None)
        width, height = canvas.size_of_image
        for number, (kind, region) in enumerate(regions, 1):
            choose(examiner, box.kind, kind)
            corners = [
                QPoint(*map(round, canvas.viewport.to_view(x * width, y * height)))
                for x, y in ((region.left, region.top), (region.right, region.bottom))
            ]
            examiner.qtbot.mousePress(canvas, LEFT, NONE, corners[0])
            examiner.qtbot.mouseMove(canvas, corners[1])
            examiner.qtbot.mouseRelease(canvas, LEFT, NONE, corners[1])
            examiner.wait(lambda number=number: box.shown.count() == number)
        assert box.exhibit == exhibit
        if examiner.pictures is not None:
            box.grab().save(str(examiner.pictures / "step-21-masks.png"))
        examiner.button(box, "Done")

    examiner.open_exhibit(exhibit)
    with examiner.answering(RedactDialog, cover):
        examiner.shell.commands.run("case.redact")
    examiner.rest()


def choose(examiner: Examiner, field: QComboBox, number: int) -> None:
    """By the arrow keys, as a person who does not open the list."""
    field.setFocus()
    while field.currentIndex() != number:
        down = field.currentIndex() < number
        examiner.qtbot.keyClick(field, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def sign(examiner: Examiner, name: str, about: str = "") -> None:
    """Make a key for ``name`` and sign the log with it, ``about`` a review or the whole log."""

    def act(box: SignDialog) -> None:
        examiner.wait(lambda: box.key.count() or box.yes.text() == "Make the key")
        if box.yes.text() == "Sign":
            examiner.button(box, "Make a new key")
        box.name.clear()
        examiner.qtbot.keyClicks(box.name, name)
        examiner.qtbot.keyClicks(box.new, PASSPHRASE)
        examiner.qtbot.keyClicks(box.again, PASSPHRASE)
        examiner.button(box, "Make the key")
        examiner.wait(lambda: box.yes.text() == "Sign" and box.key.currentData() == name)
        examiner.qtbot.keyClicks(box.secret, PASSPHRASE)
        box.about.setCurrentIndex(box.about.findData(about))
        examiner.button(box, "Sign")
        examiner.wait(lambda: not box.isVisible() or not box.problem.isHidden())
        assert box.problem.text() == ""

    with examiner.answering(SignDialog, act):
        examiner.press(Qt.Key.Key_S, SHIFT)
    examiner.rest()


def bundle(examiner: Examiner, *, telling: bool = True) -> list[str]:
    """Write a bundle with the originals; what the dialog said before. ``telling``: they say what is held
    back."""

    def act(box: BundleDialog) -> None:
        if telling:
            assert not box.originals.isChecked() and not box.yes.isEnabled(), "a person chooses, nobody else"
        box.originals.click()
        examiner.button(box, "Choose where…")

    with examiner.answering(BundleDialog, act) as said:
        examiner.shell.commands.run("case.bundle")
    examiner.wait(
        lambda: any(label.startswith("Bundle written") for label in examiner.texts(examiner.shell.status))
    )
    examiner.rest()
    return said
