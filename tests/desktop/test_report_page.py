"""The report page, the properties of a case and the second examiner, on the engine in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite.domain import Box, Person, Status
from theodolite_desktop.app import Window
from theodolite_desktop.views.bundle_dialog import BundleDialog
from theodolite_desktop.views.case_dialog import CaseDialog
from theodolite_desktop.views.conflicts_dialog import ConflictsDialog
from theodolite_desktop.views.leave_dialog import LeaveDialog
from theodolite_desktop.views.passphrases import UnlockDialog
from theodolite_desktop.views.redact_dialog import RedactDialog
from theodolite_desktop.views.review_dialog import AgreementDialog, BeginReviewDialog, ReviewDialog
from theodolite_desktop.views.sign_dialog import SignDialog
from theodolite_desktop.views.verdict_dialog import VerdictDialog

Idle = Callable[[], None]
Kind = TypeVar("Kind", bound=QDialog)
NONE = Qt.KeyboardModifier.NoModifier


def session(window: Window, engine: FakeEngine) -> FakeSession:
    return engine.sessions[window.controller.path]


def during(
    qtbot: QtBot, kind: type[Kind], act: Callable[[Kind], object], start: Callable[[], object]
) -> None:
    """Run ``start``, which opens a modal ``kind``, and ``act`` on it while it is open."""
    done: list[BaseException | None] = []

    def drive() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, kind):
            if not done:
                QTimer.singleShot(5, drive)
            return
        try:
            act(box)
            done.append(None)
        except BaseException as problem:
            done.append(problem)
        finally:
            if isValid(box) and box.isVisible():
                box.reject()

    QTimer.singleShot(0, drive)
    start()
    qtbot.waitUntil(lambda: bool(done), timeout=10000)
    if done[0] is not None:
        raise done[0]


@pytest.fixture
def page(opened: Window, idle: Idle, qtbot: QtBot) -> Window:
    """The Report tab with its page laid out."""
    opened.shell.show_centre("Report")
    qtbot.waitUntil(lambda: opened.shell.report.settled, timeout=10000)
    idle()
    return opened


def laid_out(window: Window, qtbot: QtBot, count: int) -> None:
    paper = window.shell.report.paper
    qtbot.waitUntil(lambda: len(paper.pages) >= count, timeout=10000)


def test_the_page_follows_what_is_chosen_and_nothing_else(
    page: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    report, held = page.shell.report, session(page, engine)
    options, paper = report.options, report.paper
    assert b"<h1>One</h1>" in paper.pages[-1]
    assert held.reported.choices.disclose == frozenset()
    count = len(paper.pages)
    page.controller.refresh()
    idle()
    report._soon.timeout.emit()
    idle()
    assert len(paper.pages) == count, "nothing changed, nothing is laid out again"
    options.list.setFocus()
    options.list.setCurrentIndex(options.model.index(options.model.row_of("method")))
    page.shell.commands.run("report.include")
    laid_out(page, qtbot, count + 1)
    assert "method" not in held.reported.choices.sections
    options.list.setCurrentIndex(options.model.index(options.model.row_of("clues")))
    page.shell.commands.run("report.include")
    assert next(s for s in options.draft.sections if s.id == "clues").on
    qtmodeltester.check(options.model)
    options.precision.activated.emit(2)
    options.fields["name"].click()
    qtbot.waitUntil(lambda: held.reported.choices.disclose == {"name"}, timeout=10000)
    assert held.reported.choices.precision_km == 1.0
    page.shell.commands.actions["view.cover_all"].trigger()
    assert paper.covered, "F9's neighbour covers the pictures of the report too"
    held.no_page = "The places of the world are not there."
    page.controller.edit(lambda *, desk: desk.session.set_case(question="Else?"))
    qtbot.waitUntil(lambda: report._stack.currentWidget() is report.outline, timeout=10000)
    assert held.no_page in [label.text() for label in report.outline.findChildren(QLabel)]


def test_what_leaves_is_shown_before_and_checked_after(
    page: Window,
    engine: FakeEngine,
    idle: Idle,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report, out = page.shell.report, tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(out)))
    seen: list[str] = []

    def read(box: LeaveDialog) -> None:
        seen.extend(label.text() for label in box.findChildren(QLabel))
        box.reject()

    during(qtbot, LeaveDialog, read, lambda: page.shell.commands.run("case.report"))
    assert "Source paths" in seen and seen.count("stay in the case") == 6
    assert not out.exists(), "cancelled: nothing leaves"
    report.options.formats["kml"].click()
    report.options.scope.setCurrentIndex(2)
    report.options.scope.activated.emit(2)
    during(qtbot, LeaveDialog, lambda box: box.yes.click(), lambda: page.shell.commands.run("case.report"))
    idle()
    assert session(page, engine).reported.formats == ("pdf", "html", "json", "kml")
    assert session(page, engine).reported.exhibits == ("E2",)
    assert page.shell.status.notice.text().startswith("Report written")
    assert report.options.bar.currentIndex() == 3
    (out / "report.html").write_bytes(b"something else")
    report.checkAsked.emit()
    idle()
    said = [label.text() for label in report.options.findChildren(QLabel)]
    assert "1 of 4 differ" in said and "its bytes have changed" in said
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(tmp_path / "b"), "")))

    def bundle() -> None:
        page.shell.commands.run("case.bundle")

    during(qtbot, BundleDialog, lambda box: box.yes.click(), bundle)
    during(qtbot, BundleDialog, lambda box: (box.originals.click(), box.yes.click()), bundle)
    idle()
    assert session(page, engine).reported.bundles == [(tmp_path / "b", False), (tmp_path / "b", True)]


def test_originals_that_tell_a_protected_field_leave_only_when_that_is_chosen(
    page: Window,
    engine: FakeEngine,
    idle: Idle,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = session(page, engine)
    held.in_originals = ("owner", "serial")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(tmp_path / "b"), "")))

    def said(box: BundleDialog) -> list[str]:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return [label.text() for label in box.findChildren(QLabel)]

    def choose(box: BundleDialog) -> None:
        assert any("owner and author names, serial numbers" in text for text in said(box))
        assert said(box).count("leave if originals do") == 2
        assert box.focusWidget() is box.hashes
        assert not box.yes.isEnabled() and not box.hashes.isChecked() and not box.originals.isChecked()
        box.hashes.click()
        assert said(box).count("stay in the case") == 6
        box.originals.click()
        assert said(box).count("leave in the originals") == 2
        box.yes.click()

    def bundle() -> None:
        page.shell.commands.run("case.bundle")

    during(qtbot, BundleDialog, lambda box: box.yes.click(), bundle)
    idle()
    assert held.reported.bundles == [], "nothing leaves before one of the two is chosen"
    during(qtbot, BundleDialog, choose, bundle)
    idle()
    assert held.reported.bundles == [(tmp_path / "b", True)]


def test_the_properties_of_a_case_are_read_before_they_are_kept(
    page: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot
) -> None:
    held = session(page, engine)

    def write(box: CaseDialog) -> None:
        box.mandate.setPlainText("for the investigations desk")
        box.place.setText("Nowhere")
        box.save.click()
        qtbot.waitUntil(lambda: not box.problem.isHidden(), timeout=10000)
        assert "Nowhere" in box.problem.text()
        assert held.state.case.mandate == "", "nothing is kept of a form that cannot be read"
        box.place.setText("Florence")
        box.time.setText("22 Oct 2008")
        box.handling.setCurrentIndex(3)
        box.people.fields["name"].setText("B. Reviewer")
        box.people._touch()
        box.save.click()
        assert "Keep what you typed" in box.problem.text()
        box.people.keep.click()
        qtbot.waitUntil(lambda: box.people.list.count() == 1, timeout=10000)
        assert box.people.code == "P1"
        box.save.click()
        qtbot.waitUntil(lambda: not box.isVisible(), timeout=10000)

    during(qtbot, CaseDialog, write, lambda: page.shell.commands.run("case.question"))
    idle()
    case = held.state.case
    assert (case.mandate, case.handling, case.claimed_place_text) == (
        "for the investigations desk",
        "TLP:AMBER",
        "Florence",
    )
    assert case.claimed_time is not None and case.claimed_time.start.startswith("2008-10-21")
    assert held.state.persons[0].account == "B. Reviewer"
    idle()
    assert page.shell.report.draft.text() == "Draft. Missing for a final report: reviewer."
    options = page.shell.report.options
    options.reviewer.setCurrentIndex(options.reviewer.findData("P1"))
    options.reviewer.activated.emit(1)
    assert page.shell.report.draft.text() == "Draft. Nothing is missing for a final report."


def test_masks_are_drawn_kept_and_removed(page: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot) -> None:
    held = session(page, engine)

    def mask(box: RedactDialog) -> None:
        qtbot.waitUntil(lambda: box.canvas.picture is not None, timeout=10000)
        assert box.canvas.drawing
        qtbot.waitUntil(lambda: box.note.text() == "Faces need a pack; draw them by hand.", timeout=10000)
        box.canvas.boxDrawn.emit(Box(0.1, 0.1, 0.3, 0.3))
        qtbot.waitUntil(lambda: box.shown.count() == 1, timeout=10000)
        box.kind.setCurrentIndex(3)
        box.canvas.boxDrawn.emit(Box(0.5, 0.5, 0.6, 0.6))
        qtbot.waitUntil(lambda: box.problem.text().startswith("Say why"), timeout=10000)
        box.search.click()
        qtbot.waitUntil(lambda: box.shown.count() == 2, timeout=10000)
        box.shown.setCurrentRow(1)
        assert box.keep.isEnabled()
        box.keep.click()
        qtbot.waitUntil(lambda: not box.keep.isEnabled(), timeout=10000)
        box.shown.setCurrentRow(0)
        qtbot.keyClick(box, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: box.shown.count() == 1, timeout=10000)

    during(qtbot, RedactDialog, mask, lambda: page.shell.commands.run("case.redact"))
    idle()
    (left,) = held.state.masks
    assert left.exhibit == "E1" and not left.proposed
    assert page.shell.report.options.masked.text() == "1 region covered."


def test_a_key_is_made_and_signs_the_log(
    page: Window,
    engine: FakeEngine,
    idle: Idle,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    held = session(page, engine)

    def sign(box: SignDialog) -> None:
        qtbot.waitUntil(lambda: box.yes.text() == "Make the key", timeout=10000)
        box.name.setText("A. Examiner")
        box.new.setText("correct horse battery")
        assert not box.yes.isEnabled()
        box.again.setText("correct horse battery")
        box.yes.click()
        qtbot.waitUntil(lambda: box.yes.text() == "Sign", timeout=20000)
        box.secret.setText("wrong horse battery")
        box.yes.click()
        qtbot.waitUntil(lambda: not box.problem.isHidden(), timeout=20000)
        box.secret.setText("correct horse battery")
        box.yes.click()
        qtbot.waitUntil(lambda: not box.isVisible(), timeout=20000)

    during(qtbot, SignDialog, sign, lambda: page.shell.commands.run("case.sign"))
    idle()
    assert len(held.state.signatures) == 1
    assert page.shell.status.notice.text() == "Signed by A. Examiner"


def test_the_second_examiner_sees_the_first_verdict_after_the_answer(
    opened: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot
) -> None:
    held, shell = session(opened, engine), opened.shell
    held.put_person(Person("", "tester", "A. Examiner"))
    held.put_person(Person("", "second", "B. Reviewer"))
    held.set_verdict("E1", held.ranking(("E1",)).candidates[0], Status.UNDER_REVIEW)
    opened.controller.refresh()
    idle()

    def begin(box: BeginReviewDialog) -> None:
        assert [box.person.itemData(n) for n in range(box.person.count())] == ["P2"]
        box.yes.click()
        qtbot.waitUntil(lambda: not box.isVisible(), timeout=10000)

    during(qtbot, BeginReviewDialog, begin, lambda: shell.commands.run("case.review"))
    idle()
    assert shell.banner.text("review").startswith("P2 reviews blind")
    assert shell.inspector.candidates._cards[0].candidate.status is Status.SUGGESTED
    both: list[str] = []

    def compare(box: AgreementDialog) -> None:
        both.extend(label.text() for label in box.findChildren(QLabel))

    def answer(box: ReviewDialog) -> None:
        assert not box.yes.isEnabled()
        box.place.setCurrentIndex(1)
        choice, why = box.opinions["C1"]
        choice.setCurrentIndex(choice.findData("disagree"))
        box.yes.click()
        qtbot.waitUntil(lambda: "remark" in box.problem.text(), timeout=10000)
        why.setText("weak, not likely")
        during(qtbot, AgreementDialog, compare, box.yes.click)

    during(qtbot, ReviewDialog, answer, lambda: shell.commands.run("case.review"))
    idle()
    review = held.given
    assert (review.person, review.label, review.radius_km) == ("P2", "Arezzo", 1.0)
    assert review.opinions[0].opinion == "disagree"
    assert "Arezzo: under review" in both and "differ" in both and "Both name the same place." in both
    opened.commands.reviews.end()
    idle()
    assert shell.banner.text("review") == ""


def test_what_another_copy_says_differently_is_decided_by_a_person(
    opened: Window,
    engine: FakeEngine,
    idle: Idle,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(tmp_path)))
    opened.shell.commands.run("case.merge")
    idle()
    assert opened.shell.status.notice.text() == "3 records of the other copy brought in; 1 to decide"
    assert opened.shell.banner.text("merge").startswith("1 record is different")

    def decide(box: ConflictsDialog) -> None:
        assert {"weak", "likely"} <= {label.text() for label in box.area.findChildren(QLabel)}
        assert not box.theirs.isEnabled(), "no decision without a reason"
        box.reason.setText("read again")
        box.theirs.click()
        qtbot.waitUntil(lambda: not box.isVisible(), timeout=10000)

    during(qtbot, ConflictsDialog, decide, opened.commands.merging.decide)
    idle()
    (left,) = session(opened, engine).state.merge_conflicts
    assert (left.chosen, left.reason) == ("theirs", "read again")
    assert opened.shell.banner.text("merge") == ""


def test_an_encrypted_copy_is_brought_in_with_its_own_passphrase(
    opened: Window,
    engine: FakeEngine,
    idle: Idle,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session(opened, engine).their_passphrase = "four words of theirs"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(tmp_path)))

    def try_twice(box: UnlockDialog) -> None:
        assert box.windowTitle() == "Unlock the other copy"
        box.field.setText("four words of mine")
        box.yes.click()
        qtbot.waitUntil(lambda: box.problem.text().startswith("This passphrase"), timeout=10000)
        assert session(opened, engine).state.merge_conflicts == ()
        box.field.setText("four words of theirs")
        box.yes.click()
        qtbot.waitUntil(lambda: not isValid(box) or not box.isVisible(), timeout=10000)

    during(qtbot, UnlockDialog, try_twice, lambda: opened.shell.commands.run("case.merge"))
    idle()
    assert opened.shell.status.notice.text() == "3 records of the other copy brought in; 1 to decide"


def test_a_verdict_names_person_place_and_radius(opened: Window, idle: Idle, qtbot: QtBot) -> None:
    said: dict[str, Any] = {}

    def look(box: VerdictDialog) -> None:
        assert box.focusWidget() is box.options[Status.VERIFIED]
        said["verify"] = box.said.text()
        box.options[Status.REJECTED].click()
        said["title"] = box.windowTitle()
        assert not box.yes.isEnabled(), "no rejection without a reason"
        box.set_reason("the view does not match")
        box.options[Status.SUGGESTED].click()
        box.yes.click()

    during(qtbot, VerdictDialog, look, lambda: opened.shell.commands.run("candidates.verify"))
    idle()
    assert said["verify"].startswith("tester marks Arezzo as Verified, 43.46450° N, 11.88150° E, within")
    assert said["title"] == "Reject candidate"
    snapshot = opened.controller.snapshot
    assert snapshot is not None
    (verdict,) = snapshot.state.verdicts
    assert (verdict.status, verdict.reason) == (Status.SUGGESTED, "the view does not match")
    assert replace(verdict, id="V1") == verdict
