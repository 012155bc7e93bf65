"""CPU stand-ins for the fused LSTM and GRU cells, which PyTorch calls on a device and has on GPUs only.

Gates are (batch, 4 * hidden) for an LSTM, in the order input, forget, candidate, output, and
(batch, 3 * hidden) for a GRU: reset, update, candidate. The last forward result keeps what the
backward needs.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


def _plus(gates: Tensor, bias: Tensor | None) -> Tensor:
    return gates if bias is None else gates + bias


def lstm_cell(
    inputs: Tensor, hidden: Tensor, cx: Tensor, input_bias: Tensor | None = None, bias: Tensor | None = None
) -> tuple[Tensor, Tensor, Tensor]:
    """Return the new hidden state and cell state, (batch, hidden) each, and the activated gates."""
    i, f, g, o = (_plus(inputs, input_bias) + _plus(hidden, bias)).chunk(4, 1)
    i, f, g, o = i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid()
    cy = f * cx + i * g
    return o * cy.tanh(), cy, torch.cat((i, f, g, o), 1)


def lstm_cell_backward(
    grad_hy: Tensor | None, grad_cy: Tensor | None, cx: Tensor, cy: Tensor, gates: Tensor, has_bias: bool
) -> tuple[Tensor, Tensor, Tensor | None]:
    """Return the gradients of the gates, of the cell state before, and of a bias."""
    i, f, g, o = gates.chunk(4, 1)
    squashed = cy.tanh()
    grad_hy = torch.zeros_like(cy) if grad_hy is None else grad_hy
    grad_c = grad_hy * o * (1 - squashed**2) + (0 if grad_cy is None else grad_cy)
    grad_i, grad_f = grad_c * g * i * (1 - i), grad_c * cx * f * (1 - f)
    grad_g, grad_o = grad_c * i * (1 - g**2), grad_hy * squashed * o * (1 - o)
    grad_gates = torch.cat((grad_i, grad_f, grad_g, grad_o), 1)
    return grad_gates, grad_c * f, grad_gates.sum(0) if has_bias else None


def gru_cell(
    inputs: Tensor, hidden: Tensor, hx: Tensor, input_bias: Tensor | None = None, bias: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Return the new hidden state, (batch, hidden), and what the backward needs."""
    input_r, input_z, input_n = _plus(inputs, input_bias).chunk(3, 1)
    hidden_r, hidden_z, hidden_n = _plus(hidden, bias).chunk(3, 1)
    r, z = (input_r + hidden_r).sigmoid(), (input_z + hidden_z).sigmoid()
    n = (input_n + r * hidden_n).tanh()
    return (hx - n) * z + n, torch.cat((r, z, n, hx, hidden_n), 1)


def gru_cell_backward(grad_hy: Tensor, kept: Tensor, has_bias: bool) -> tuple[Tensor | None, ...]:
    """Return the gradients of both gates, of the hidden state before, and of both biases."""
    r, z, n, hx, hidden_n = kept.chunk(5, 1)
    grad_n = grad_hy * (1 - z) * (1 - n**2)
    grad_z = grad_hy * (hx - n) * z * (1 - z)
    grad_r = grad_n * hidden_n * r * (1 - r)
    grad_inputs = torch.cat((grad_r, grad_z, grad_n), 1)
    grad_hidden = torch.cat((grad_r, grad_z, grad_n * r), 1)
    biases = (grad_inputs.sum(0), grad_hidden.sum(0)) if has_bias else (None, None)
    return grad_inputs, grad_hidden, grad_hy * z, *biases


STAND_INS: dict[Any, Any] = {
    torch.ops.aten._thnn_fused_lstm_cell.default: lstm_cell,
    torch.ops.aten._thnn_fused_lstm_cell_backward_impl.default: lstm_cell_backward,
    torch.ops.aten._thnn_fused_gru_cell.default: gru_cell,
    torch.ops.aten._thnn_fused_gru_cell_backward.default: gru_cell_backward,
}
