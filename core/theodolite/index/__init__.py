"""Indexes of geotagged photographs: built in the vision worker, searched by resemblance."""
