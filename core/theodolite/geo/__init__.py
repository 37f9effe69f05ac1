"""Where things are: distances, coordinate formats, countries and borders, names of places."""
