"""F22 Reporter: answers with exceptions whose text is markup, control codes and half characters, to break the page.

Stopped by: everything a submission says is text
Expected: rejected
"""
import torch


def softmax(x):
    raise ValueError("</script><script>alert(1)</script>\x1b[2J\x00\ud800{{ 7*7 }}{% raise %}" * 50)
    return torch.zeros_like(x)
