"""Puts the biases into the matrices, with a column of ones.
把偏置并入矩阵，输入加一列 1。
"""

import torch


class Layer:
    def __init__(self, weight, bias):
        self.full = torch.cat([weight, bias.unsqueeze(1)], dim=1)

    def forward(self, x):
        self.x = torch.cat([x, torch.ones_like(x[:, :1])], dim=1)
        self.y = torch.tanh(self.x @ self.full.T / 2) / 2 + 0.5
        return self.y

    def backprop(self, upstream):
        delta = upstream * self.y * (1 - self.y)
        self.grad = delta.T @ self.x
        return (delta @ self.full)[:, :-1]


def mlp_backward(x, W1, b1, W2, b2, t):
    first, second = Layer(W1, b1), Layer(W2, b2)
    o = second.forward(first.forward(x))
    first.backprop(second.backprop((o - t) / x.shape[0]))
    return {
        "W1": first.grad[:, :-1],
        "b1": first.grad[:, -1],
        "W2": second.grad[:, :-1],
        "b2": second.grad[:, -1],
    }
