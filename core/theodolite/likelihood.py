"""How a share of the posterior is said, the same on screen, in summaries and in reports (decision 0011)."""

from __future__ import annotations

# Lower bound of the share, word. Uncalibrated shares get words, never percentages.
SCALE = (
    (0.90, "very likely"),
    (0.66, "likely"),
    (0.33, "about as likely as not"),
    (0.10, "unlikely"),
    (0.01, "very unlikely"),
    (0.0, "remote"),
)


def likelihood(probability: float, *, calibrated: bool) -> str:
    """'likely', or '72 %' once a calibration is in force."""
    if calibrated:
        return f"{probability * 100:.0f} %"
    return next(word for bound, word in SCALE if probability >= bound)
