"""The map: a sealed web view over local data, and what it draws."""
