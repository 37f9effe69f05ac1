"""Image encoders behind one protocol; they run in the vision worker."""
