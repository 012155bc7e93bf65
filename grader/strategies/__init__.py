"""What properties draw: shapes, tensors with real layouts, numbers, dtypes.

Everything is drawn as a few small integers and built from them, so that drawing is cheap, shrinking is
short, and the same draw gives the same bits on every machine.
"""

from grader.strategies.scalars import any_dtypes, float_dtypes, floats, integer_dtypes, integers, seeds
from grader.strategies.shapes import broadcastable_shapes, shapes
from grader.strategies.tensors import tensors
from grader.strategies.values import REGIMES

__all__ = [
    "REGIMES",
    "any_dtypes",
    "broadcastable_shapes",
    "float_dtypes",
    "floats",
    "integer_dtypes",
    "integers",
    "seeds",
    "shapes",
    "tensors",
]
