"""Submissions that are suspiciously alike: a hint for a human reader, never a verdict. Executes nothing.

entries = entries_of(catalog, place)
matches = find_matches(entries, boilerplate(catalog), Rule())
write_pages(matches, ...)
"""

from grader.similarity.entries import boilerplate, entries_of
from grader.similarity.matching import find_matches
from grader.similarity.page import write_pages
from grader.similarity.records import Entry, Match, Rule, Side

__all__ = ["Entry", "Match", "Rule", "Side", "boilerplate", "entries_of", "find_matches", "write_pages"]
