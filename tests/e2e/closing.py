"""The last steps of an investigation at the window: people, a blind review, masks, signatures, a bundle."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.e2e.examiner import CONTROL, Examiner
from theodolite.domain import Box
from theodolite_desktop.views.bundle_dialog import BundleDialog
from theodolite_desktop.views.case_dialog import CaseDialog
from theodolite_desktop.views.redact_dialog import RedactDialog
from theodolite_desktop.views.review_dialog import AgreementDialog, BeginReviewDialog, ReviewDialog
from theodolite_desktop.views.sign_dialog import SignDialog

PASSPHRASE = "four words are better"
SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


def properties(examiner: Examiner, mandate: str, place: str, when: str, *people: str) -> None:
    """Fill in what a final report needs, what the claim says, and who works on the case."""

    def fill(box: CaseDialog) -> None:
        type_ = examiner.qtbot.keyClicks
        type_(box.mandate, mandate)
        box.show_page("Claim")
        type_(box.place, place)
        type_(box.time, when)
        box.show_page("People")
        for name in people:
            before = box.people.list.count()
            examiner.button(box, "New person")
            type_(box.people.fields["name"], name)
            examiner.button(box, "Keep")
            examiner.wait(lambda before=before: box.people.list.count() == before + 1)
        examiner.button(box, "Save")
        examiner.wait(lambda: not box.isVisible() or not box.problem.isHidden())
        assert box.problem.text() == ""

    with examiner.answering(CaseDialog, fill):
        examiner.shell.commands.run("case.question")
    examiner.rest()


def review(examiner: Examiner, person: str, place: str, clue: str, remark: str) -> list[str]:
    """A blind review of the exhibit in view that agrees on the place and not on ``clue``; what both say."""

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

    def answer(box: ReviewDialog) -> None:
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
        examiner.answering(ReviewDialog, answer),
    ):
        examiner.shell.commands.run("case.review")
    examiner.rest()
    examiner.commands.reviews.end()
    examiner.rest()
    return [*both, "--", *seen]


def mask(examiner: Examiner, exhibit: str, *regions: tuple[int, Box]) -> None:
    """Cover regions of ``exhibit``, each with the number of its kind in the list."""

    def cover(box: RedactDialog) -> None:
        examiner.wait(lambda: box.canvas.picture is not None)
        for number, (kind, region) in enumerate(regions, 1):
            box.kind.setCurrentIndex(kind)
            box.canvas.boxDrawn.emit(region)
            examiner.wait(lambda number=number: box.shown.count() == number)
        assert box.exhibit == exhibit
        examiner.button(box, "Done")

    examiner.open_exhibit(exhibit)
    with examiner.answering(RedactDialog, cover):
        examiner.shell.commands.run("case.redact")
    examiner.rest()


def sign(examiner: Examiner, name: str) -> None:
    """Make a key for ``name`` and sign the log with it."""

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
        examiner.button(box, "Sign")
        examiner.wait(lambda: not box.isVisible() or not box.problem.isHidden())
        assert box.problem.text() == ""

    with examiner.answering(SignDialog, act):
        examiner.press(Qt.Key.Key_S, SHIFT)
    examiner.rest()


def bundle(examiner: Examiner) -> list[str]:
    """Write a bundle with the originals; what the dialog said before."""

    def act(box: BundleDialog) -> None:
        box.originals.click()
        examiner.button(box, "Choose where…")

    with examiner.answering(BundleDialog, act) as said:
        examiner.shell.commands.run("case.bundle")
    examiner.wait(
        lambda: any(label.startswith("Bundle written") for label in examiner.texts(examiner.shell.status))
    )
    examiner.rest()
    return said
