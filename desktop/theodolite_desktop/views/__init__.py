"""Widgets. They draw what pure functions decided and say, as past-tense signals, what the person did."""
