"""MG-Geo from any table of geotagged images: Meta, Clue and Dialog, offline.

GaGA's data set has three parts; which fields they hold was not published, so the fields here are our own
design, written down as a JSON schema beside the records (:mod:`schemas`). Nothing is written by a language
model: places come from borders and gazetteer (:mod:`meta`), clues from the clue sources at work on the
pixels and from tables of facts (:mod:`clue`), dialogues from the posterior (:mod:`dialog`).
"""
