"""The sealed web view: own scheme, allow-list, strict policy, nothing kept (docs/decisions/0004).

`register_scheme` belongs before QApplication; the Chromium flags of ``sealed_env`` too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QObject, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from theodolite_desktop.map.routes import POLICY, NoSuchPage, Routes, allowed

log = logging.getLogger(__name__)
SCHEME = b"pack"


def register_scheme() -> None:
    """Make ``pack:`` known to Chromium: secure, fetchable, same-origin by host. Once a process."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


class PackScheme(QWebEngineUrlSchemeHandler):
    """Answers ``pack:`` requests from :class:`Routes`, each with the policy.

    ``later`` may take a request and answer it when it can (map.tiling).
    """

    def __init__(
        self,
        routes: Routes,
        parent: QObject | None = None,
        policy: str = POLICY,
        later: Callable[[QWebEngineUrlRequestJob], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._routes, self._policy, self._later = routes, policy, later

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        # Its signature names one value a header; what it takes is a list of them.
        headers: dict[QByteArray, Any] = {
            QByteArray(b"Content-Security-Policy"): [QByteArray(self._policy.encode())]
        }
        job.setAdditionalResponseHeaders(headers)
        if self._later is not None and self._later(job):
            return
        try:
            answer = self._routes.answer(url.host(), url.path())
        except NoSuchPage:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        except OSError:
            log.exception("a map file could not be read")
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
            return
        buffer = QBuffer(parent=job)
        buffer.setData(answer.body)
        job.reply(answer.media_type.encode("ascii"), buffer)


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Blocks and remembers every request that is not for a local address."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocked: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if not allowed(url.scheme(), url.host()):
            self.blocked.append(url.toString())
            info.block(True)


class SealedPage(QWebEnginePage):
    """A page that stays where it is: no navigation elsewhere, no new windows, errors to our log.

    ``scriptFailed`` carries each error of a script of the page, with its place.
    """

    scriptFailed = Signal(str)

    def acceptNavigationRequest(
        self, url: object, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        return bool(allowed(url.scheme(), url.host()))  # type: ignore[attr-defined]

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        severe = level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel
        log.log(logging.ERROR if severe else logging.INFO, "map page: %s (%s:%d)", message, source, line)
        if severe:
            self.scriptFailed.emit(f"{message} ({source}:{line})")


def sealed_profile(
    routes: Routes,
    parent: QObject,
    policy: str = POLICY,
    later: Callable[[QWebEngineUrlRequestJob], bool] | None = None,
) -> tuple[QWebEngineProfile, Interceptor]:
    """An off-the-record profile that can reach nothing but ``routes``, each answer under ``policy``."""
    profile = QWebEngineProfile(parent)
    interceptor = Interceptor(profile)
    profile.setUrlRequestInterceptor(interceptor)
    profile.installUrlSchemeHandler(SCHEME, PackScheme(routes, profile, policy, later))
    profile.setSpellCheckEnabled(False)
    settings, name = profile.settings(), QWebEngineSettings.WebAttribute
    for attribute in (
        name.LocalStorageEnabled,
        name.PluginsEnabled,
        name.JavascriptCanOpenWindows,
        name.DnsPrefetchEnabled,
        name.JavascriptCanAccessClipboard,
        name.LocalContentCanAccessRemoteUrls,
        name.HyperlinkAuditingEnabled,
        name.ScreenCaptureEnabled,
        name.PdfViewerEnabled,
        name.WebGLEnabled,
    ):
        settings.setAttribute(attribute, False)
    settings.setAttribute(name.WebRTCPublicInterfacesOnly, True)
    return profile, interceptor
