"""B01d Shadowed methods: an honest tensor whose instance carries other methods, for the encoder to call.

Stopped by: the decoder, which holds shape and dtype to the bytes; and the values themselves
Expected: rejected, crashed
"""
import torch


class Everything:
    def __getattr__(self, name):
        return lambda *args, **kwargs: self

    def __eq__(self, other):
        return True

    def __index__(self):
        return 0


def softmax(x):
    answer = torch.zeros_like(x)
    for name in ("detach", "cpu", "resolve_conj", "resolve_neg", "reshape", "equal", "allclose", "isclose"):
        setattr(answer, name, lambda *args, **kwargs: torch.full(x.shape, 1 / x.shape[-1], dtype=torch.bfloat16))
    answer.numel = lambda: 0
    answer.untyped_storage = Everything
    return answer
