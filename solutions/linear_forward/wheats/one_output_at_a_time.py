"""A Python loop over the outputs, each a matrix-vector product, stacked at the end.
用 Python 循环逐个输出计算，每个都是矩阵乘向量，最后叠起来。
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() < 1:
        raise ValueError("x has no features")
    if weight.dim() != 2 or weight.size(1) != x.size(-1):
        raise ValueError("weight")
    if bias is not None and (bias.dim() != 1 or len(bias) != len(weight)):
        raise ValueError("bias")
    columns = []
    for j in range(len(weight)):
        column = torch.matmul(x, weight[j])
        columns.append(column if bias is None else column + bias[j])
    if not columns:
        return x.new_zeros(*x.shape[:-1], 0)
    return torch.stack(columns, dim=-1)
