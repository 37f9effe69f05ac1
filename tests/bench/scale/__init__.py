"""Measurements that take minutes and gigabytes: `make bench-align`, `make bench-index`."""
