"""The conversation: hints read by rules, the case summary by template, and a local model that may phrase it.

Nothing a model writes is evidence. ``hints`` reads what the investigator says, ``phrase`` builds and checks
the summary, ``runtime`` is what runs in the language worker.
"""
