"""How values look to a reader, and the Python that rebuilds them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from grader.compare.show import compact, count_elements, python_literal, show

NAN, INF = float("nan"), float("inf")


TRANSPOSED = "torch.tensor([[0, 1], [2, 3]], dtype=torch.int64).t()"


class Rude:
    def __repr__(self) -> str:
        raise AssertionError("a stranger's repr was called")


@pytest.mark.parametrize(
    ("value", "header", "shown"),
    [
        (torch.tensor([[0.0, 1.5]]), "float32 [1, 2] cpu", "tensor([[0., 1.5]])"),
        (torch.tensor(3), "int64 [] cpu", "tensor(3)"),
        (torch.tensor([True]), "bool [1] cpu", "tensor([True])"),
        (torch.zeros(0, 3), "float32 [0, 3] cpu", "tensor([], size=(0, 3))"),
        (
            torch.arange(4.0).view(2, 2).t(),
            "float32 [2, 2] cpu, strides (1, 2)",
            "tensor([[0., 2.], [1., 3.]])",
        ),
        (torch.tensor([NAN, -INF, 1e-9]), "float32 [3] cpu", "tensor([nan, -inf, 1e-09])"),
        (np.array([1.0, 2.0]), "numpy float64 [2]", "array([1., 2.])"),
        (None, "", "None"),
        (0.25, "", "0.25"),
        ("a\n\x1b[31m", "", "'a\\n\\x1b[31m'"),
        ({"a": (torch.tensor([1]), 2)}, "", "{'a': (tensor([1]), 2)}"),
        ((1,), "", "(1,)"),
        (torch.Size([2]), "", "torch.Size([2])"),
        (torch.float64, "", "torch.float64"),
        (list(range(20)), "", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, … 4 more]"),
    ],
)
def test_values_are_shown(value: Any, header: str, shown: str) -> None:
    """Tensors have a header and short numbers; control characters never reach the reader raw."""
    found = show(value)
    assert found.header == header
    assert found.text == shown


@pytest.mark.parametrize("shape", [(476,), (4, 119), (119, 4), (17, 7, 4)])
def test_a_large_tensor_is_cut_visibly(shape: tuple[int, ...]) -> None:
    """Sixty-four elements are shown, the rest is counted, and brackets still match."""
    found = show(torch.arange(476).view(shape)).text
    assert found.endswith(", … 412 more])")
    assert ", 63" in found
    assert "64" not in found.removesuffix(", … 412 more])")
    assert found.count("[") == found.count("]")


def test_long_strings_are_cut_visibly() -> None:
    """A long string says how much is missing."""
    assert show("x" * 912).text.endswith("… 412 more")


def test_a_strangers_repr_is_never_called() -> None:
    """Of an unknown object only the class is shown."""
    assert show(Rude()).text.endswith("Rude>")
    assert show([Rude()]).text.endswith("Rude>]")


def test_endless_nesting_ends() -> None:
    """A list inside itself is shown to a fixed depth."""
    value: list[Any] = []
    value.append(value)
    assert "…" in show(value).text


def test_small_grids_mark_what_differs() -> None:
    """A matrix of at most 8 by 8 is a grid whose differing cells are marked."""
    grid = show(torch.tensor([[1.0, 2.0], [NAN, 4.0]]), against=torch.tensor([[1.0, 3.0], [0.0, 4.0]])).grid
    assert grid is not None
    assert [[cell.text for cell in row] for row in grid] == [["1.", "2."], ["nan", "4."]]
    assert [[cell.marked for cell in row] for row in grid] == [[False, True], [True, False]]


@pytest.mark.parametrize("shape", [(), (9,), (2, 9), (2, 2, 2), (0, 2)])
def test_other_shapes_have_no_grid(shape: tuple[int, ...]) -> None:
    """Only small vectors and matrices are grids."""
    assert show(torch.zeros(shape)).grid is None


def test_a_vector_is_one_row() -> None:
    """A vector is a grid of one row; another shape to compare with marks nothing."""
    grid = show(torch.tensor([1, 2]), against=torch.tensor([1])).grid
    assert grid is not None
    assert [[(cell.text, cell.marked) for cell in row] for row in grid] == [[("1", False), ("2", False)]]


TENSORS = [
    torch.tensor([[0.0, 1.0]], dtype=torch.float64),
    torch.tensor([0.1, NAN, INF, -INF, -0.0]),
    torch.tensor([0.1, 3.0], dtype=torch.bfloat16),
    torch.tensor(3),
    torch.tensor([True, False]),
    torch.tensor([1 + 2j]),
    torch.zeros(0, 3, dtype=torch.int32),
    torch.arange(6.0).view(2, 3).t(),
    torch.arange(3.0)[:, None].expand(3, 4),
    torch.tensor(2.0).expand(2, 2),
    torch.arange(20.0).view(4, 5)[:, 1::2],
    torch.arange(24.0).view(2, 3, 4).permute(1, 2, 0),
    torch.arange(24.0).view(2, 3, 4)[:, :, None, ::2].expand(2, 3, 5, 2),
    torch.rand(3, generator=torch.Generator().manual_seed(0)),
    torch.ones(2, requires_grad=True),
    torch.ones(2, 3).t().requires_grad_(),
]


@pytest.mark.parametrize("value", TENSORS, ids=range(len(TENSORS)))
def test_a_tensors_literal_rebuilds_it(value: torch.Tensor) -> None:
    """Numbers, dtype, strides and requires_grad come back exactly."""
    again = eval(python_literal(value), {"torch": torch})
    assert torch.equal(again.isnan(), value.isnan())
    assert torch.equal(again.nan_to_num(), value.nan_to_num())
    assert (again.dtype, again.shape, again.requires_grad) == (value.dtype, value.shape, value.requires_grad)
    assert again.stride() == value.stride()


def test_literals_are_short() -> None:
    """The common tensors read as a student would write them."""
    assert python_literal(TENSORS[0]) == "torch.tensor([[0.0, 1.0]], dtype=torch.float64)"
    assert python_literal(torch.tensor([0.1])) == "torch.tensor([0.1], dtype=torch.float32)"
    assert python_literal(torch.tensor([[0, 1], [2, 3]]).t()) == TRANSPOSED
    assert python_literal(torch.ones(1, requires_grad=True)).endswith(
        "dtype=torch.float32, requires_grad=True)"
    )


@pytest.mark.parametrize(
    "value",
    [
        *(None, 1, -2.5, INF, "it's", (1,), [1, (2,)], {"a": torch.Size([2])}, slice(1, None), ...),
        *(torch.float16, torch.device("cpu"), True, 2j),
    ],
)
def test_other_literals_rebuild(value: Any) -> None:
    """Python values come back equal and of the same type."""
    again = eval(python_literal(value), {"torch": torch})
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize(
    "value", [np.array([[1.5, NAN]]), np.zeros((0, 2)), np.array([True]), np.arange(3), np.float32(0.5)]
)
def test_arrays_rebuild(value: Any) -> None:
    """NumPy values keep their dtype and numbers."""
    again = eval(python_literal(value), {"np": np})
    np.testing.assert_array_equal(again, value)
    assert again.dtype == value.dtype


def test_parameters_and_generators_rebuild() -> None:
    """A parameter is a parameter again, a generator starts from its seed."""
    scope = {"torch": torch}
    parameter = eval(python_literal(torch.nn.Parameter(torch.ones(2))), scope)
    assert type(parameter) is torch.nn.Parameter
    generator = torch.Generator().manual_seed(7)
    again = eval(python_literal(generator), scope)
    assert torch.equal(torch.rand(2, generator=again), torch.rand(2, generator=generator))


def test_elements_are_counted_everywhere() -> None:
    """Elements of nested tensors and arrays add up; Python numbers do not count."""
    value = {"a": [torch.zeros(2, 3), torch.tensor(1)], "b": (np.zeros(4), 5, "x")}
    assert count_elements(value) == 11


def test_a_value_of_many_parts_is_written_only_as_far_as_it_is_shown() -> None:
    """The text ends at its limit, and what comes after is not even looked at."""

    class Guarded(list):
        def __iter__(self):
            yield "x" * 50
            yield "y" * 50
            raise AssertionError("nobody reads this")

    assert compact(Guarded([1, 2, 3]), 80) == "['" + "x" * 50 + "', '" + "y" * 24 + "…"
