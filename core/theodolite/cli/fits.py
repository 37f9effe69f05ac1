"""``fit build | show | use | drop``: what labelled photographs say about the numbers of the ranking."""

from __future__ import annotations

from argparse import Namespace

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.errors import InputError, NotFound
from theodolite.evaluate import fits
from theodolite.evaluate.fitting import Fit, fit


def build(options: Namespace, out: Output) -> Result:
    """Fit to a folder of geotagged photographs; the fit is written, not used, until ``fit use``."""
    from theodolite.engine import labelling

    if not options.folder.is_dir():
        raise NotFound(f"There is no folder {options.folder}.")
    with opened.engine() as engine:
        out.drive(engine.prepare())
        rows = out.drive(labelling.labelled(engine, options.folder))
        locator = engine.locator
        made = out.drive(fit(rows, lambda chosen: locator.using(chosen, room=len(rows))))
    fits.save(made, options.out)
    return Result(_plain(made), _text(made))


def show(options: Namespace, out: Output) -> Result:
    path = options.file or fits.path_in_use()
    if options.file is None and not path.is_file():
        return Result(None, "No fit is in use: the conservative defaults, uncalibrated.")
    made = fits.load(path)
    return Result(_plain(made), _text(made))


def use(options: Namespace, out: Output) -> Result:
    made = fits.load(options.file)
    if not made.accepted:
        raise InputError(f"{options.file} was not accepted: {made.refused[-1] if made.refused else ''}")
    fits.save(made, fits.path_in_use())
    return Result(_plain(made), f"Rankings now use the fit {made.parameters.fit[:12]}.")


def drop(options: Namespace, out: Output) -> Result:
    fits.path_in_use().unlink(missing_ok=True)
    return Result({"fit": None}, "Rankings use the conservative defaults.")


def _plain(made: Fit) -> object:
    return {**to_plain(made), "gain": made.gain}


def _text(made: Fit) -> str:
    lines = [f"{made.photographs} labelled photographs in {made.families} families"]
    lines.append(f"Fitted: {', '.join(made.fitted) or 'nothing'}")
    lines += [f"Refused: {reason}" for reason in made.refused]
    if made.held_out_before is not None and made.held_out_after is not None:
        lines.append(
            f"Held out: {made.held_out_before:.4f} with the defaults, {made.held_out_after:.4f} fitted "
            f"(standard error of the difference {made.standard_error:.4f})"
        )
        lines.append(f"Country calibration error: {made.ece_before:.3f}, fitted {made.ece_after:.3f}")
    if made.accepted:
        weights = ", ".join(f"{name} {value:.3f}" for name, value in made.parameters.weights)
        lines.append(f"Accepted. Weights: {weights}")
        lines.append("Calibrated." if made.parameters.calibrated else "Uncalibrated.")
    else:
        lines.append("The defaults stay.")
    return "\n".join(lines)
