"""A generator holds the state; step sends it the loss.
状态放在生成器里；step 把损失发送给它。
"""

class EarlyStopping:
    def __init__(self, patience: int, min_delta: float = 0.0):
        if patience < 1:
            raise ValueError("patience must be positive")
        self.best = float("inf")
        self.best_epoch = 0
        self._watch = self._watching(patience, min_delta)
        next(self._watch)

    def _watching(self, patience, min_delta):
        waited, epoch = 0, 0
        answer = False
        while True:
            loss = yield answer
            improved = loss + min_delta < self.best
            if improved:
                self.best, self.best_epoch = loss, epoch
            waited = 0 if improved else waited + 1
            answer = waited >= patience
            epoch += 1

    def step(self, val_loss):
        return self._watch.send(val_loss)
