"""Keeps all gradients and sums them anew in each step.
保存所有梯度，每一步重新求和。
"""

def adam_step(p, g, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    history = state.setdefault("gradients", [])
    history.append(g.clone())
    n = len(history)

    def average(beta, power):
        weights = [beta ** (n - 1 - i) for i in range(n)]
        return sum(w * h**power for w, h in zip(weights, history)) / sum(weights)

    p -= lr * average(betas[0], 1) / (average(betas[1], 2) ** 0.5 + eps)
