"""What other strategies answered, and every text of the language model in it, verbatim. Pure."""

from __future__ import annotations

from theodolite.domain import CaseState, StrategyAnswer
from theodolite.geo import coordinates
from theodolite.report.spoken import PointRow, PromptRow, StrategyRow, WrittenRow
from theodolite.report.wording import say

POINTS_SHOWN = 5


def rows(state: CaseState) -> tuple[StrategyRow, ...]:
    """One row an exhibit and strategy, in the order they were first asked."""
    return tuple(_row(answer) for answer in state.answers)


def _row(answer: StrategyAnswer) -> StrategyRow:
    return StrategyRow(
        exhibit=answer.exhibit,
        strategy=answer.strategy,
        measure=answer.measure,
        note=answer.unknown,
        points=tuple(
            PointRow(rank, coordinates.format_dd(guess.lat, guess.lon), f"{guess.score:.3g}", guess.origin)
            for rank, guess in enumerate(answer.guesses[:POINTS_SHOWN], start=1)
        ),
        total=len(answer.guesses),
        counts=tuple((name, str(count)) for name, count in answer.counts),
        settings=(*answer.settings, ("seed", str(answer.seed))),
        prompts=_prompts(answer),
    )


def _prompts(answer: StrategyAnswer) -> tuple[PromptRow, ...]:
    """Each prompt once, with all that was written to it."""
    found: dict[tuple[int, str], list[WrittenRow]] = {}
    for spoken in answer.spoken:
        written = WrittenRow(
            number=spoken.number,
            text=spoken.text,
            seed=spoken.seed,
            read=spoken.invalid
            if spoken.lat is None or spoken.lon is None
            else coordinates.format_dd(spoken.lat, spoken.lon),
        )
        found.setdefault((spoken.prompt, spoken.asked), []).append(written)
    return tuple(PromptRow(number, asked, tuple(said)) for (number, asked), said in found.items())


def step(answer: StrategyAnswer) -> str:
    """How the method section tells it."""
    packs = ", ".join(f"{pack.name} (SHA-256 {pack.sha256[:12]}…)" for pack in answer.packs)
    text = "{exhibit} was put to the strategy {strategy}, which ranks points by {measure}."
    if packs:
        text = "{exhibit} was put to the strategy {strategy}, which ranks points by {measure} with {packs}."
    said = say(text, exhibit=answer.exhibit, strategy=answer.strategy, measure=answer.measure, packs=packs)
    if answer.spoken:
        said += " " + say("{count} texts of the language model were kept.", count=len(answer.spoken))
    return f"{said} {say('Such a score is no probability.')}"
