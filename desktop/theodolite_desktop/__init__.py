"""The window of Theodolite: Qt only; it reaches the engine through `operations`."""
