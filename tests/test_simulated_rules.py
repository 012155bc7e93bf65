"""What a GPU accepts and what it refuses, probe by probe, on the simulated device (see test_simulated.py)."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from grader.runner.simulated import Placement, install, is_simulated, simulate, to_cpu

Probe = Callable[[torch.Tensor, torch.Tensor], Any]


@pytest.fixture(autouse=True, scope="module")
def _installed() -> None:
    install()
    install()


def inputs() -> tuple[torch.Tensor, torch.Tensor]:
    """Return a float (4, 4) and an int64 (4,) tensor, the same at every call."""
    values = torch.tensor(
        [3.0, 1.0, 2.0, 5.0, 4.0, 1.5, 2.5, 0.5, 6.0, 7.0, 8.0, 9.0, 0.25, 0.75, 1.25, 1.75]
    )
    return values.view(4, 4), torch.tensor([2, 0, 3, 1])


def tensors(value: Any) -> list[torch.Tensor]:
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [t for item in value for t in tensors(item)] if isinstance(value, (list, tuple)) else []


def in_place(method: str, *args: Any) -> Probe:
    def probe(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
        getattr(x, method)(*args)
        return x

    return probe


def assigned(key: Callable[[torch.Tensor, torch.Tensor], Any], value: Callable[[torch.Tensor], Any]) -> Probe:
    def probe(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
        x[key(x, i)] = value(x)
        return x

    return probe


def gradient(x: torch.Tensor, i: torch.Tensor) -> Any:
    x = x.clone().requires_grad_()
    loss = F.cross_entropy(x * x, i)
    (first,) = torch.autograd.grad(loss, x, create_graph=True)
    first.pow(2).sum().backward()
    return [first, x.grad]


def moved_layer(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
    return seeded(nn.Linear, 4, 3).to(x.device)(x)


def moved_in_place(x: torch.Tensor, i: torch.Tensor) -> list[torch.Tensor]:
    """An optimiser built before the model moves still trains it."""
    layer = seeded(nn.Linear, 4, 3)
    optimiser = torch.optim.SGD(layer.parameters(), lr=0.5)
    layer.to(x.device)(x).sum().backward()
    optimiser.step()
    return list(layer.state_dict().values())


def seeded(make: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    torch.manual_seed(3)
    return make(*args, **kwargs)


def buffers(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
    module = nn.Module()
    module.register_buffer("mask", torch.ones(4, 4).tril())
    return module.to(x.device).mask * x


def loaded(x: torch.Tensor, i: torch.Tensor) -> list[torch.Tensor]:
    source, layer = seeded(nn.Linear, 4, 3), nn.Linear(4, 3).to(x.device)
    layer.load_state_dict(source.state_dict())
    return list(layer.state_dict().values())


def saved(x: torch.Tensor, i: torch.Tensor) -> Any:
    file = io.BytesIO()
    torch.save({"x": x}, file)
    file.seek(0)
    return torch.load(file)


def assigned_data(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
    parameter = nn.Parameter(torch.zeros(4, 4))
    parameter.data = x.clone()
    return parameter * 2


def resized_out(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
    out = torch.empty(0, device=x.device)
    torch.add(x, 1, out=out)
    return out.view(-1)[3:5]


def transposed_in_place(x: torch.Tensor, i: torch.Tensor) -> list[torch.Tensor]:
    y = x.clone()
    rows = y.view(-1)
    y.t_().mul_(2)
    return [y, rows]


def recurrent(kind: Callable[..., Any]) -> Probe:
    def probe(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
        net = seeded(kind, 4, 3).to(x.device)
        return net(x.view(4, 1, 4))[0].detach().mul(64).round()

    return probe


def packed(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
    rows = nn.utils.rnn.pack_padded_sequence(x.view(2, 2, 4), torch.tensor([2, 1]), batch_first=True)
    return nn.utils.rnn.pad_packed_sequence(rows)[0]


def drawn(x: torch.Tensor, i: torch.Tensor) -> Any:
    torch.manual_seed(5)
    a = [torch.rand_like(x), torch.randn(3, device=x.device), torch.empty_like(x).uniform_(2, 3)]
    b = [x.clone().normal_(), torch.randperm(5, device=x.device), F.dropout(x), x.bernoulli(0.5)]
    return [*a, *b, torch.multinomial(x, 2)]


def drawn_from_generator(x: torch.Tensor, i: torch.Tensor) -> Any:
    generator = torch.Generator(device=x.device).manual_seed(5)
    assert generator.device == x.device
    return [torch.rand(3, generator=generator, device=x.device), x.clone().normal_(generator=generator)]


def grown(x: torch.Tensor, i: torch.Tensor) -> torch.Tensor:
    total = torch.tensor(0.0, device=x.device)
    for row in x:
        if row[0] > 1 and bool(row[1]):
            total += row.sum().item() * row[0]
    return total


def linear_algebra(x: torch.Tensor, i: torch.Tensor) -> Any:
    square = x @ x.mT + torch.eye(4, device=x.device)
    return [
        torch.linalg.cholesky(square),
        torch.linalg.solve(square, x),
        *torch.linalg.qr(x),
        square.inverse(),
    ]


def convolved(x: torch.Tensor, i: torch.Tensor) -> Any:
    images = x.view(1, 1, 4, 4)
    kernel = x[:2, :2].reshape(1, 1, 2, 2)
    norm = F.batch_norm(images, x[0, :1].clone(), x[1, :1].clone(), training=True)
    return [F.conv2d(images, kernel, padding=1), F.max_pool2d(images, 2), norm, F.unfold(images, 2)]


LEGAL: dict[str, Probe] = {
    "arange_on_its_device": lambda x, i: x + torch.arange(4, device=x.device),
    "new_zeros": lambda x, i: x.new_zeros(3) + x[0, :3],
    "new_tensor": lambda x, i: x.new_tensor([1.0, 2.0]),
    "zeros_like": lambda x, i: torch.zeros_like(x) + x,
    "full_like_ones_empty": lambda x, i: torch.full_like(x, 2) + torch.ones(4, device=x.device),
    "zeros_on_its_device": lambda x, i: torch.zeros(4, device=x.device) - x,
    "scalar_on_its_device": lambda x, i: x * torch.tensor(3.0, device=x.device),
    "zero_d_cpu_scalar": lambda x, i: x * torch.tensor(3.0),
    "zero_d_cpu_scalar_first": lambda x, i: torch.tensor(3.0) - x,
    "zero_d_cpu_in_where": lambda x, i: torch.where(x > 2, x, torch.tensor(0.0)),
    "zero_d_cpu_in_masked_fill": lambda x, i: x.masked_fill(x > 2, torch.tensor(-1.0)),
    "zero_d_cpu_in_clamp": lambda x, i: x.clamp(min=torch.tensor(2.0)),
    "zero_d_cpu_in_fill": in_place("fill_", torch.tensor(3.0)),
    "zero_d_cpu_assigned": assigned(lambda x, i: x > 2, lambda x: torch.tensor(0.0)),
    "python_number": lambda x, i: (2 * x + 1) / 3 - x**2,
    "to_device": lambda x, i: torch.arange(4).to(x.device) + i,
    "to_tensor": lambda x, i: torch.arange(4.0).to(x) + x,
    "to_dtype": lambda x, i: x.to(torch.float64) + x.double() + i.float(),
    "type_as": lambda x, i: torch.arange(4).type_as(x) + x,
    "cpu_indices": lambda x, i: x[torch.tensor([1, 0])],
    "cpu_index_pair": lambda x, i: x[torch.arange(4), torch.tensor([1, 1, 0, 2])],
    "device_indices": lambda x, i: x[torch.arange(4, device=x.device), i],
    "cpu_mask": lambda x, i: x[torch.tensor([True, False, True, False])],
    "device_mask": lambda x, i: x[x > 2],
    "slices": lambda x, i: x[1:, ::2, None] + x[..., 0][1:, None, None],
    "assigned_by_cpu_indices": assigned(lambda x, i: torch.tensor([1, 0]), lambda x: x[2:].clone()),
    "assigned_by_mask": assigned(lambda x, i: x > 2, lambda x: 0.0),
    "cpu_rows_copied_in": assigned(lambda x, i: slice(0, 1), lambda x: torch.arange(4.0)),
    "copy_from_cpu": in_place("copy_", torch.arange(4.0)),
    "in_place": lambda x, i: x.clone().add_(1).mul_(x).clamp_(max=9).relu_(),
    "nonzero_unique": lambda x, i: [(x > 2).nonzero(), torch.unique(i % 2), *torch.where(x > 2)],
    "views": lambda x, i: [
        x.t(),
        x.view(2, 8),
        x.reshape(-1),
        x.permute(1, 0),
        x.unflatten(0, (2, 2)),
        x.diagonal(),
    ],
    "expand_as_strided": lambda x, i: [
        x[:1].expand(3, 4),
        x.as_strided((2, 2), (4, 1), 1),
        x.unfold(1, 2, 1),
    ],
    "unbind_split_chunk": lambda x, i: [*x.unbind(), *x.split(3), *x.chunk(2, 1)],
    "cat_stack": lambda x, i: [torch.cat([x, x[:1]]), torch.stack([x, x]), torch.hstack([x, x])],
    "gather_scatter": lambda x, i: [x.gather(1, i[:, None]), torch.zeros_like(x).scatter_add(0, i[None], x)],
    "index_add_select": lambda x, i: [
        x.index_select(0, i),
        x.index_add(0, i, x),
        x.take_along_dim(i[:, None], 1),
    ],
    "sort_topk_cumsum": lambda x, i: [*x.sort(), *x.topk(2), x.cumsum(0), x.argmax(1), *x.max(1)],
    "einsum_matmul": lambda x, i: [
        torch.einsum("ij,kj->ik", x, x),
        x @ x,
        torch.bmm(x[None], x[None]),
        x @ x[0],
    ],
    "linear_algebra": linear_algebra,
    "convolution_pooling_norm": convolved,
    "embedding": lambda x, i: F.embedding(i, x),
    "one_hot": lambda x, i: F.one_hot(i, 4),
    "losses": lambda x, i: [F.cross_entropy(x, i), F.mse_loss(x, x + 1), F.nll_loss(x.log_softmax(1), i)],
    "layer_norm_softmax": lambda x, i: [F.layer_norm(x, (4,)), x.softmax(-1), x.logsumexp(0), F.gelu(x)],
    "gradients": gradient,
    "module_to": moved_layer,
    "module_to_after_optimiser": moved_in_place,
    "module_widened_there": lambda x, i: seeded(nn.Linear, 4, 3).to(x.device).double()(x.double()),
    "module_made_there": lambda x, i: seeded(nn.Linear, 4, 3, device=x.device)(x),
    "buffer_moves": buffers,
    "parameter_on_device": lambda x, i: nn.Parameter(x.clone()) @ x,
    "parameter_data_assigned": assigned_data,
    "load_state_dict_across": loaded,
    "save_and_load": saved,
    "deepcopy": lambda x, i: [copy.deepcopy(x), copy.copy(x), *copy.deepcopy(nn.ParameterList([x]))],
    "random": drawn,
    "generator_on_its_device": drawn_from_generator,
    "loop_with_if_and_item": grown,
    "out_argument": resized_out,
    "transposed_in_place": transposed_in_place,
    "rnn": recurrent(nn.RNN),
    "lstm": recurrent(nn.LSTM),
    "gru": recurrent(nn.GRU),
    "packed_sequence": packed,
    "repeat_interleave": lambda x, i: x.repeat_interleave(i, dim=0),
    "interpolated": lambda x, i: F.interpolate(x[None, None], scale_factor=2),
    "vmap_and_func_grad": lambda x, i: [
        torch.vmap(torch.dot)(x, x),
        torch.func.grad(lambda v: (v * v).sum())(x),
    ],
    "complex": lambda x, i: [torch.fft.fft(x).abs(), torch.view_as_real(torch.complex(x, x))],
    "meshgrid_tril_outer": lambda x, i: [*torch.meshgrid(i, i, indexing="ij"), x.tril(), torch.outer(i, i)],
    "clip_grad_norm": lambda x, i: nn.utils.parameters_to_vector([nn.Parameter(x), nn.Parameter(x[0])]),
}


ILLEGAL: dict[str, Probe] = {
    "arange_left_on_cpu": lambda x, i: x + torch.arange(4),
    "zeros_accumulator": lambda x, i: torch.zeros(4, 4) + x,
    "in_place_on_cpu": lambda x, i: torch.zeros(4, 4).add_(x),
    "zero_d_cpu_accumulator": lambda x, i: torch.tensor(0.0).add_(x.sum()),
    "in_place_with_cpu": lambda x, i: x.add_(torch.ones(4)),
    "scalar_of_device_with_cpu_vector": lambda x, i: x[0, 0] * torch.arange(4.0),
    "cpu_indexed_by_device": lambda x, i: torch.arange(4)[i],
    "cpu_masked_by_device": lambda x, i: torch.arange(4)[i > 1],
    "cpu_rows_put_in": assigned(lambda x, i: torch.tensor([1, 0]), lambda x: torch.ones(2, 4)),
    "gather_cpu_index": lambda x, i: x.gather(1, torch.zeros(4, 1, dtype=torch.int64)),
    "scatter_cpu_index": lambda x, i: x.scatter(1, torch.zeros(4, 1, dtype=torch.int64), 1.0),
    "index_select_cpu_index": lambda x, i: x.index_select(0, torch.tensor([0])),
    "take_along_dim_cpu_index": lambda x, i: x.take_along_dim(torch.zeros(4, 1, dtype=torch.int64), 1),
    "masked_fill_cpu_mask": lambda x, i: x.masked_fill(torch.ones(4, 4).tril() == 0, 0.0),
    "masked_select_cpu_mask": lambda x, i: x.masked_select(torch.ones(4, 4, dtype=torch.bool)),
    "where_cpu_condition": lambda x, i: torch.where(torch.ones(4, dtype=torch.bool), x, x),
    "cat_with_cpu": lambda x, i: torch.cat([x, torch.ones(1, 4)]),
    "cat_with_empty_cpu": lambda x, i: torch.cat([torch.tensor([]), x[0]]),
    "stack_with_cpu": lambda x, i: torch.stack([x, torch.ones(4, 4)]),
    "matmul_cpu": lambda x, i: x @ torch.ones(4, 2),
    "einsum_cpu": lambda x, i: torch.einsum("ij,j->i", x, torch.ones(4)),
    "linear_left_on_cpu": lambda x, i: nn.Linear(4, 2)(x),
    "conv_weight_on_cpu": lambda x, i: F.conv2d(x[None, None], torch.ones(1, 1, 2, 2)),
    "batch_norm_left_on_cpu": lambda x, i: nn.BatchNorm1d(4)(x),
    "layer_norm_weight_on_cpu": lambda x, i: F.layer_norm(x, (4,), torch.ones(4)),
    "embedding_left_on_cpu": lambda x, i: nn.Embedding(4, 2)(i),
    "embedding_of_cpu_indices": lambda x, i: F.embedding(torch.tensor([0]), x),
    "labels_left_on_cpu": lambda x, i: F.cross_entropy(x, torch.tensor([0, 1, 2, 3])),
    "weights_left_on_cpu": lambda x, i: F.cross_entropy(x, i, weight=torch.ones(4)),
    "target_left_on_cpu": lambda x, i: F.mse_loss(x, torch.ones(4, 4)),
    "out_on_cpu": lambda x, i: torch.add(x, x, out=torch.empty(4, 4)),
    "addmm_bias_on_cpu": lambda x, i: torch.addmm(torch.ones(4), x, x),
    "cross_gradient": lambda x, i: x.clone().requires_grad_().sin().backward(torch.ones(4, 4)),
    "bucketize_cpu_boundaries": lambda x, i: torch.bucketize(x, torch.tensor([1.0, 2.0])),
    "solve_cpu": lambda x, i: torch.linalg.solve(x, torch.ones(4)),
    "cpu_generator": lambda x, i: torch.rand(3, generator=torch.Generator(), device=x.device),
    "cpu_generator_in_place": lambda x, i: x.normal_(generator=torch.Generator()),
    "device_generator_on_cpu": lambda x, i: torch.rand(3, generator=torch.Generator(device=x.device)),
    "numpy": lambda x, i: x.numpy(),
    "numpy_detached": lambda x, i: x.requires_grad_().detach().numpy(),
    "np_asarray": lambda x, i: np.asarray(x),
    "np_function": lambda x, i: np.exp(x),
    "repeat_interleave_cpu": lambda x, i: x.repeat_interleave(torch.tensor([1, 2, 3, 4]), dim=0),
}


@pytest.mark.parametrize("name", LEGAL)
def test_legal_idioms_give_the_values_of_the_cpu_on_the_device(name: str) -> None:
    """What CUDA allows is allowed, is bit-equal to the CPU, stays on the device and is no violation."""
    expected = tensors(LEGAL[name](*inputs()))
    with Placement(__file__) as placement:
        actual = tensors(LEGAL[name](*map(simulate, inputs())))
    assert placement.violations == []
    assert expected
    assert all(is_simulated(tensor) for tensor in actual)
    assert [facts(to_cpu(tensor)) for tensor in actual] == [facts(tensor) for tensor in expected]


def facts(tensor: torch.Tensor) -> tuple[Any, ...]:
    return tensor.dtype, tuple(tensor.shape), tensor.stride(), tensor.tolist()


@pytest.mark.parametrize("name", ILLEGAL)
def test_illegal_mixes_raise_and_are_recorded(name: str) -> None:
    """What CUDA refuses raises here, with one violation in this file."""
    with Placement(__file__) as placement, pytest.raises((RuntimeError, TypeError)) as caught:
        ILLEGAL[name](*map(simulate, inputs()))
    assert [violation.message for violation in placement.violations] == [str(caught.value)]
    assert placement.violations[0].line is not None


def trained_cell(
    device: str, make: Callable[..., nn.Module], bias: bool, answer: Callable[[Any], torch.Tensor]
) -> list[torch.Tensor]:
    """Return the answer of two steps of a recurrent net, and the gradients of input and parameters."""
    net = seeded(make, 3, 2, bias=bias, dtype=torch.float64).to(device)
    x = torch.linspace(-2, 2, 24, dtype=torch.float64).view(2, 4, 3).to(device).requires_grad_()
    value = answer(net(x))
    weights = torch.linspace(1, 2, value.numel(), dtype=torch.float64).view(value.shape).to(device)
    (value * weights).sum().backward()
    return [value.detach(), x.grad, *(parameter.grad for parameter in net.parameters())]


@pytest.mark.parametrize("bias", [True, False], ids=["bias", "no_bias"])
@pytest.mark.parametrize(
    ("make", "answer"),
    [
        (nn.LSTM, lambda result: result[0]),
        (nn.LSTM, lambda result: result[1][0]),
        (nn.LSTM, lambda result: result[1][1]),
        (nn.GRU, lambda result: result[0]),
        (nn.GRU, lambda result: result[1]),
    ],
    ids=["lstm", "lstm_hidden", "lstm_cell_state", "gru", "gru_hidden"],
)
def test_gradients_of_recurrent_nets_are_those_of_the_cpu(
    make: Callable[..., nn.Module], answer: Callable[[Any], torch.Tensor], bias: bool
) -> None:
    """The stand-ins for the fused cells differentiate as PyTorch does, whichever of the answers is used."""
    expected = trained_cell("cpu", make, bias, answer)
    with Placement(__file__) as placement:
        actual = trained_cell("cuda", make, bias, answer)
    assert placement.violations == []
    assert all(is_simulated(tensor) for tensor in actual)
    for ours, theirs in zip(actual, expected, strict=True):
        torch.testing.assert_close(to_cpu(ours), theirs, rtol=1e-12, atol=1e-12)


def test_a_copy_of_a_tensor_keeps_what_hangs_on_it() -> None:
    """A deep copy has the gradient and the attributes of the original as copies, and each object once."""
    x = simulate(torch.ones(2)).requires_grad_()
    (x * 3).sum().backward()
    x.label = ["mine"]
    first, second = copy.deepcopy([x, x])
    assert first is second
    assert (is_simulated(first.grad), to_cpu(first.grad).tolist()) == (True, [3.0, 3.0])
    assert first.label == ["mine"]
    assert first.label is not x.label
    assert first.grad is not x.grad


def test_a_result_cannot_be_copied_deeply() -> None:
    """Only leaves can, as on any device."""
    with pytest.raises(RuntimeError, match="created explicitly by the user"):
        copy.deepcopy(simulate(torch.ones(2)).requires_grad_() * 2)


def test_data_may_be_exchanged_on_the_device_and_across() -> None:
    """``p.data = …`` gives the new values on their device, keeps the object, and takes the gradient along."""
    with Placement(__file__) as placement:
        parameter = nn.Parameter(simulate(torch.zeros(2)))
        parameter.data = simulate(torch.ones(2))
        assert (is_simulated(parameter), to_cpu(parameter).tolist()) == (True, [1.0, 1.0])
        leaf = simulate(torch.zeros(2)).requires_grad_()
        (leaf * 5).sum().backward()
        leaf.data = torch.full((2,), 7.0)
        plain = nn.Parameter(torch.zeros(2))
        plain.data = torch.ones(2)
    assert placement.violations == []
    assert (is_simulated(plain), plain.tolist()) == (False, [1.0, 1.0])
    assert not is_simulated(leaf)
    assert leaf.requires_grad
    assert leaf.tolist() == [7.0, 7.0]
    assert (is_simulated(leaf.grad), leaf.grad.tolist()) == (False, [5.0, 5.0])
