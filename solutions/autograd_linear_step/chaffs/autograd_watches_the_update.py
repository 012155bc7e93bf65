"""Updates in place while autograd records, which a leaf that requires grad does not allow.
在 autograd 记录时原地更新，需要梯度的叶子张量不允许这样做。

Notes: S2, linear regression | S2 线性回归
"""

def autograd_linear_step(w, b, x, y, lr):
    w.grad = b.grad = None
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    loss.backward()
    w -= lr * w.grad
    b -= lr * b.grad
    w.grad = b.grad = None
    return loss.item()
