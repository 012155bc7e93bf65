"""Grading a class: find the submissions, grade them side by side, keep every attempt as it ends."""

from grader.batch.run import Batch, run_batch

__all__ = ["Batch", "run_batch"]
