"""A recursive counter with a memory of its own.
自带记忆的递归计数器。
"""

class Counter:
    def __init__(self, trainable_only):
        self.trainable_only = trainable_only
        self.known = []

    def __call__(self, module):
        total = 0
        for weight in module._parameters.values():
            if weight is None or any(weight is other for other in self.known):
                continue
            self.known.append(weight)
            if not self.trainable_only or weight.requires_grad:
                total += weight.nelement()
        return total + sum(self(child) for child in module.children())


def count_parameters(model, trainable_only=False):
    return Counter(trainable_only)(model)
