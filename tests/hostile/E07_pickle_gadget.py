"""E07 Pickle: answers with an object whose unpickling runs a command, and leaves the same in files.

Stopped by: nothing is ever unpickled; an object stays in the runner
Expected: rejected
"""

import os
import pickle


class Gadget:
    def __reduce__(self):
        return os.system, ("touch /tmp/cheat_pickled",)

    __reduce_ex__ = lambda self, protocol: self.__reduce__()
    __getstate__ = lambda self: {"cheat": True}


for name in ("cheat.pt", "cheat.pkl", "cheat.npy", "submission.pt", "weights.pt"):
    try:
        with open(name, "wb") as file:
            file.write(pickle.dumps(Gadget()))
    except OSError:
        pass


def softmax(x):
    return Gadget()
