"""A finished case as one document: a frozen value, rendered to HTML and JSON."""
