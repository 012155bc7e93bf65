"""Everything an exercise's properties may import; described in ``docs/authoring.md``."""

from __future__ import annotations

import torch

from grader.claims.answers import assert_gradients_match, assert_matches, assert_raises, assert_same
from grader.claims.conduct import (
    assert_allocates_at_most,
    assert_fresh,
    assert_in_place,
    assert_inputs_unchanged,
    assert_normal,
    assert_ops_do_not_grow,
    assert_state_unchanged,
    assert_uncorrelated,
    assert_uniform,
    assert_view,
    claim,
)
from grader.claims.falsified import Arguments, Falsified, arguments, record
from grader.client.proxy import Call, TensorFacts, remote_torch
from grader.client.raised import StudentRaised
from grader.client.spies import remote_spies
from grader.marks import hint, points
from grader.strategies import (
    REGIMES,
    any_dtypes,
    broadcastable_shapes,
    float_dtypes,
    floats,
    integer_dtypes,
    integers,
    seeds,
    shapes,
    tensors,
)


def parameter(tensor: torch.Tensor) -> torch.nn.Parameter:
    """Wrap a tensor so that the runner sees an ``nn.Parameter``, a leaf that requires grad."""
    return torch.nn.Parameter(tensor.detach().clone())


def generator(seed: int) -> torch.Generator:
    """Return a CPU generator with this seed, to pass as an argument."""
    return torch.Generator().manual_seed(seed)


__all__ = [
    "REGIMES",
    "Arguments",
    "Call",
    "Falsified",
    "StudentRaised",
    "TensorFacts",
    "any_dtypes",
    "arguments",
    "assert_allocates_at_most",
    "assert_fresh",
    "assert_gradients_match",
    "assert_in_place",
    "assert_inputs_unchanged",
    "assert_matches",
    "assert_normal",
    "assert_ops_do_not_grow",
    "assert_raises",
    "assert_same",
    "assert_state_unchanged",
    "assert_uncorrelated",
    "assert_uniform",
    "assert_view",
    "broadcastable_shapes",
    "claim",
    "float_dtypes",
    "floats",
    "generator",
    "hint",
    "integer_dtypes",
    "integers",
    "parameter",
    "points",
    "record",
    "remote_spies",
    "remote_torch",
    "seeds",
    "shapes",
    "tensors",
]
