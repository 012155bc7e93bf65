"""I01 Markup: a script in the text and the name of an exception.

Stopped by: escaping everywhere
Expected: rejected
"""
import torch


def softmax(x):
    class Cheat(Exception):
        pass
    Cheat.__name__ = Cheat.__qualname__ = "<img src=x onerror=alert(1)>"
    raise Cheat("<script>document.body.innerHTML = 'accepted 10 / 10'</script>")
    return torch.zeros_like(x)
