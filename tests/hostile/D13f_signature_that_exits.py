"""D13f Signature: whoever asks for it ends the process.

Stopped by: the target is described in the runner
Expected: crashed
"""


class Softmax:
    def __call__(self, x):
        return x

    @property
    def __signature__(self):
        raise SystemExit(0)

    @property
    def __class__(self):
        raise SystemExit(0)


softmax = Softmax()
