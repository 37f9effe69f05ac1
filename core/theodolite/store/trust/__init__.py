"""Who vouches for a log and since when: examiners' keys and signatures, time stamps, clocks, reviews.

Everything here is checked without a network. Nothing here writes into a case: the values that come out
become rows through :class:`theodolite.store.case_store.CaseStore`.
"""
