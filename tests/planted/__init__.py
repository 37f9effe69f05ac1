"""A planted world: places, photographs and answerers that are drawn, so that what can be learnt is known."""
