"""</textarea>"""

import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    assert logits.shape == targets.shape, "]]>&lt;failure/&gt;<![CDATA[" + "\x00\x08\ufffe"
    p = torch.sigmoid(logits)
    p = torch.where(targets > 0, p, 1 - p)
    loss = (1 - p) ** gamma * -p.log()
    if reduction == "none":
        return loss
    raise Exception("\ud83d lone surrogate, \ud83d\ude00 pair, 😀 emoji, \N{RIGHT-TO-LEFT MARK}" * 30)
