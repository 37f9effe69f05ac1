"""The table of commands, a module for each part of the window."""
