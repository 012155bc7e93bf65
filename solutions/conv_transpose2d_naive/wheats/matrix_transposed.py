"""Writes the matrix of the convolution, transposes it, and multiplies.
写出卷积的矩阵，转置后相乘。
"""

import torch


def _axis(size, kernel, stride, padding, out, like):
    """[kernel, out, size]: 1 where element u of the kernel takes place i of x to place r of the result."""
    place = torch.zeros(kernel, out, size, dtype=like.dtype, device=like.device)
    for u in range(kernel):
        for i in range(size):
            r = i * stride + u - padding
            if 0 <= r < out:
                place[u, r, i] = 1
    return place


class TransposedConvolution:
    def __init__(self, stride, padding, output_padding):
        if output_padding >= stride:
            raise ValueError("output_padding")
        self.stride, self.padding, self.more = stride, padding, output_padding

    def out(self, size, kernel):
        return (size - 1) * self.stride - 2 * self.padding + kernel + self.more

    def axis(self, size, kernel, like):
        return _axis(size, kernel, self.stride, self.padding, self.out(size, kernel), like)

    def __call__(self, x, w):
        n, ci, h, width = x.shape
        _, co, kh, kw = w.shape
        rows, columns = self.axis(h, kh, x), self.axis(width, kw, x)
        matrix = torch.einsum("couv,uri,vqj->cijorq", w, rows, columns)
        out = x.reshape(n, ci * h * width) @ matrix.reshape(ci * h * width, matrix[0, 0, 0].numel())
        return out.reshape(n, co, self.out(h, kh), self.out(width, kw))


def conv_transpose2d_naive(x, w, b=None, stride=1, padding=0, output_padding=0):
    out = TransposedConvolution(stride, padding, output_padding)(x, w)
    return out if b is None else out.add(b.reshape(-1, 1, 1))
