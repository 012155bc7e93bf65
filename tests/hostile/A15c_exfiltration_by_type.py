"""A15c Exfiltration by type: hides the input in the names of an exception's class, its bases and its function.

Stopped by: nothing hidden is there to be named; names are cut at 200 characters
Expected: rejected, crashed
"""


def softmax(x):
    told = "_".join(f"{value:.6f}".replace("-", "m").replace(".", "p") for value in x.detach().flatten().tolist())
    base = type("Base" + told, (ArithmeticError,), {"__module__": "builtins"})
    error = type("Told" + told * 20, (base,), {"__module__": "builtins", "__qualname__": told})
    raise error(told)
