"""The places and records of a report for other programs: KML, GeoJSON, GPX, CSV and CASE/UCO JSON-LD.

Each is made from the finished :class:`~theodolite.report.value.Report` alone: it names no place more finely
than the report prints it, and nothing that the report holds back. No file refers to anything outside itself.
"""
