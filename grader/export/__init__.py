"""A course for other people's programs: spreadsheets and the files that learning platforms read.

Every number comes from the one rule of totals (`grader.report.table`) and is rounded once, to two decimals.
An exercise that does not count is never written as a zero, and one that was not handed in never as a blank.
"""

from grader.export.formats import FORMATS, Options, export

__all__ = ["FORMATS", "Options", "export"]
