"""Trusted comparison: tolerances, differences, what a reader sees, laws of random answers.

Everything here works on plain values in the judge's process; nothing calls a student's code.
"""

from grader.compare.difference import difference, gradient_difference, mismatch_mask, plain_difference
from grader.compare.literal import python_literal
from grader.compare.show import count_elements, show
from grader.compare.tolerance import Expected, expect

__all__ = [
    "Expected",
    "count_elements",
    "difference",
    "expect",
    "gradient_difference",
    "mismatch_mask",
    "plain_difference",
    "python_literal",
    "show",
]
