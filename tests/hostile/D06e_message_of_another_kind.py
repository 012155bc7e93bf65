"""D06e Evil exception: its message is a string of its own kind, which answers encode, slices and lengths itself.

Stopped by: only the JSON of a reply leaves the runner
Expected: rejected, crashed
"""


class Text(str):
    def encode(self, *args):
        return self

    def decode(self, *args):
        return self

    def __getitem__(self, item):
        return self

    def __len__(self):
        return 0

    def lower(self):
        raise SystemExit(0)


class Evil(Exception):
    def __str__(self):
        return Text("x" * 300_000)


def softmax(x):
    raise Evil
