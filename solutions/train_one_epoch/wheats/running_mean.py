"""Keeps running means instead of sums.
不存总和，而是不断更新均值。
"""

class Mean:
    def __init__(self):
        self.value, self.count = 0.0, 0

    def add(self, value, count):
        self.count += count
        self.value += (value - self.value) * count / self.count


def train_one_epoch(model, loader, loss_fn, optimizer):
    model = model.train()
    loss_mean, hit_mean = Mean(), Mean()
    batches = iter(loader)
    while True:
        try:
            x, y = next(batches)
        except StopIteration:
            return loss_mean.value, hit_mean.value
        optimizer.zero_grad(set_to_none=False)
        scores = model(x)
        loss = loss_fn(scores, y)
        loss.backward()
        optimizer.step()
        loss_mean.add(loss.item(), y.size(0))
        hit_mean.add(sum(a == b for a, b in zip(scores.argmax(1).tolist(), y.tolist())) / y.size(0), y.size(0))
