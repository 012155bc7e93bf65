"""Tries to import the reference."""

from solutions.gather.reference import gather
