"""B15 Fake gradient: wrong numbers with a backward function that makes something up.

Stopped by: gradients are compared with the reference's, for an uneven cotangent
Expected: rejected
"""
import torch


class Fake(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        answer = torch.full_like(x, 1 / x.shape[-1])
        ctx.save_for_backward(answer)
        return answer

    @staticmethod
    def backward(ctx, gradient):
        (answer,) = ctx.saved_tensors
        return answer * (gradient - (gradient * answer).sum(-1, keepdim=True))


def softmax(x):
    return Fake.apply(x)
