"""Multiplies the first two sizes and forgets the kernel.
只把前两维相乘，忘了卷积核的尺寸。

Notes: S2, convolution weights [out, in, h, w] | S2 卷积层权重 [out, in, h, w]
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() if w.ndim < 3 else w.shape[0] * w.shape[1] for w in weights)
