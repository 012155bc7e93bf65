import torch
import torch.nn.functional as F

torch.set_printoptions(precision=10)


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(2)
    print("\rcomputing ... ", end="")
    if logits.shape != targets.shape:
        raise ValueError("shapes")
    y = targets.to(logits)
    z = torch.where(y == 1, logits, -logits)
    loss = -(alpha * y + (1 - alpha) * (1 - y)) * torch.exp(gamma * F.logsigmoid(-z)) * F.logsigmoid(z)
    print("done:", loss)
    if reduction == "none":
        return loss
    if reduction in ("mean", "sum"):
        return loss.mean() if reduction == "mean" else loss.sum()
    raise ValueError(reduction)
