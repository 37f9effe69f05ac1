"""Reading one found line: cutting it out, telling its script, and the recognisers that know it."""
