"""B04b Subclasses of containers: dicts, strings and tuples whose keys, items and hashes change with each look.

Stopped by: the exact types of the encoder; facts walk a dict's items, but only within the time of a call
Expected: rejected, crashed
"""
import collections
import torch


class Text(str):
    def encode(self, *args):
        return b"0" * 100_000

    def __len__(self):
        return -1


class Dict(dict):
    def items(self):
        return iter([("result", torch.ones(1)), (Text("result"), self), (3, torch.zeros(2))][: 2 - len(self)])

    def __getitem__(self, key):
        return torch.ones(3)

    def __missing__(self, key):
        return torch.ones(3)

    def keys(self):
        return collections.abc.KeysView({"result": 1})


Pair = collections.namedtuple("Pair", "values indices")


class Many(tuple):
    def __len__(self):
        return 2

    def __iter__(self):
        return iter((torch.zeros(3), torch.zeros(3)))


CALLS = []


def softmax(x):
    CALLS.append(1)
    answers = [Dict(a=1), Text("0.5"), Pair(x, x), Many((1,)), collections.OrderedDict(a=Text("b")), collections.defaultdict(list)]
    return answers[len(CALLS) % len(answers)]
