"""Giving a course to students: a bundle made by an allow-list, with frozen examples and a lock."""

from grader.release.bundle import Bundle, make_bundle
from grader.release.writing import write_folder, write_zip

__all__ = ["Bundle", "make_bundle", "write_folder", "write_zip"]
