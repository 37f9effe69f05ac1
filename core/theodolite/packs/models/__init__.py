"""Language models as packs: what a GGUF file says about itself, whether two files fit, what they need.

The files come from anywhere, so nothing of one is read in the process that shows windows or keeps cases: a
child reads the header (:mod:`read`, :mod:`reading`), where a damaged or hostile file ends nothing but the
child. What the header means is :mod:`facts`; which files belong together :mod:`pairing`; the program inside a
model file :mod:`template`; what all of it needs :mod:`memory`; installing it :mod:`importing`.
"""
