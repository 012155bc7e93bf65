"""Copies of drawn examples (`grader.judge.copying`)."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from grader.author import any_dtypes, tensors
from grader.judge.copying import copied

VALUES = [
    torch.nn.Parameter(torch.ones(2)),
    torch.ones(2, requires_grad=True) * 2,
    torch.complex(torch.ones(2), torch.ones(2)).conj(),
    torch.ones(3).to_sparse(),
    torch.nn.Linear(2, 1),
    np.arange(4)[::2],
    {1, 2},
]


def layout(tensor: torch.Tensor) -> tuple[object, ...]:
    return (
        tensor.dtype, tensor.shape, tensor.stride(), tensor.storage_offset(),
        tensor.untyped_storage().nbytes(), tensor.requires_grad,
    )  # fmt: skip


@given(tensors(dtype=any_dtypes()))
def test_a_copy_has_the_layout_and_bytes_of_what_was_drawn(drawn: torch.Tensor) -> None:
    """A copy is equal in every respect and shares nothing."""
    found = copied({"x": drawn})["x"]
    assert layout(found) == layout(drawn)
    assert torch.equal(found.nan_to_num(), drawn.nan_to_num())
    assert found.untyped_storage().data_ptr() != drawn.untyped_storage().data_ptr() or drawn.numel() == 0


@given(
    st.recursive(
        st.integers() | st.text() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_plain_data_is_copied_as_deepcopy_copies_it(value: Any) -> None:
    """Containers are equal and new."""
    found = copied(value)
    assert found == copy.deepcopy(value)
    assert found is not value or not isinstance(value, (list, dict))


def test_sharing_is_kept() -> None:
    """What was one object, or one storage, is one in the copy, too."""
    base = torch.arange(6.0)
    rows = [base]
    found = copied({"whole": base, "again": base, "part": base[2:4], "rows": rows, "same": rows})
    assert found["whole"] is found["again"]
    assert found["rows"] is found["same"]
    found["part"].zero_()
    assert found["whole"].tolist() == [0, 1, 0, 0, 4, 5]
    assert base.tolist() == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("value", VALUES[:1] + VALUES[2:], ids=lambda value: type(value).__name__)
def test_everything_else_is_left_to_deepcopy(value: Any) -> None:
    """Parameters, sparse and lazy tensors, modules and arrays keep their kind."""
    found = copied([value])[0]
    assert type(found) is type(value)
    assert found is not value


def test_a_tensor_with_a_graph_cannot_be_drawn() -> None:
    """As with deepcopy, only leaves can be copied."""
    with pytest.raises(RuntimeError, match="deepcopy"):
        copied(VALUES[1])
