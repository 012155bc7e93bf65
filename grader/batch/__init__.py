"""Grading a class: find the submissions, grade them side by side, keep every attempt as it ends."""

from grader.batch.run import run_batch

__all__ = ["run_batch"]
