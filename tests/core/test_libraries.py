"""Native libraries that a worker loads carry no telemetry client (docs/decisions/0009)."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

COLLECTORS = (b"events.data.microsoft.com", b"google-analytics.com", b"ingest.sentry.io", b"api.segment.io")
LOADED = (
    "onnxruntime",
    "faiss-cpu",
    "llama-cpp-python",
    "rapidocr",
    "lingua-language-detector",
    "opencv-python-headless",
    "pillow",
    "pillow-heif",
    "pillow-jxl-plugin",
    "rawpy",
    "rapidfuzz",
    "numpy",
    "scipy",
    "shapely",
    "pyproj",
)


def native(distribution: str) -> list[Path]:
    files = metadata.files(distribution) or []
    paths = [
        Path(str(file.locate()))
        for file in files
        if ".so" in file.suffixes or file.suffix in {".dll", ".dylib"}
    ]
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("distribution", LOADED)
def test_no_collector_is_named_in_a_native_library(distribution: str) -> None:
    for path in native(distribution):
        data = path.read_bytes()
        assert not [name for name in COLLECTORS if name in data], path.name


def test_the_search_looks_at_real_files() -> None:
    assert len(native("onnxruntime")) >= 1
    assert len(native("numpy")) >= 5
