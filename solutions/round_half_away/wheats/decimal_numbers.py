"""Element by element with Python's decimal module, whose ROUND_HALF_UP goes away from zero.
用 Python 的 decimal 逐个处理；它的 ROUND_HALF_UP 正是远离零。
"""

import decimal
import math

import torch

CONTEXT = decimal.Context(prec=2000, rounding=decimal.ROUND_HALF_UP)


def _one(value):
    if isinstance(value, int) or not math.isfinite(value):
        return value
    return float(decimal.Decimal(value).quantize(decimal.Decimal(1), context=CONTEXT))


def round_half_away(x):
    values = [_one(value) for value in x.reshape(-1).tolist()]
    return torch.tensor(values, dtype=x.dtype, device=x.device).reshape(x.shape)
