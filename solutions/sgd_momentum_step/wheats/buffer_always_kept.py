"""Keeps a buffer without momentum too, and makes it anew in each step.
没有动量时也保存缓冲区，而且每一步都新建。
"""

def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i in range(len(params)):
        d = grads[i].clone()
        if weight_decay != 0:
            d.add_(params[i], alpha=weight_decay)
        bufs[i] = d if bufs[i] is None else bufs[i] * momentum + d
        params[i].data -= (d + bufs[i] * momentum if nesterov else bufs[i]) * lr
