"""Reference for residual_block."""

import torch.nn.functional as F
from torch import Tensor, nn

__all__ = ["ResidualBlock"]


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions with batch normalisation, plus a shortcut: ReLU of the sum.

    ``forward`` takes [N, in_ch, H, W] and returns [N, out_ch, ⌈H/stride⌉, ⌈W/stride⌉] of the same dtype.
    """

    def __init__(self, in_ch: int, out_ch: int, stride: int = 1) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_ch, out_ch, 3, stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_ch)
        self.conv2 = nn.Conv2d(out_ch, out_ch, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_ch)
        self.shortcut = nn.Sequential()  # the identity
        if stride != 1 or in_ch != out_ch:
            project = nn.Conv2d(in_ch, out_ch, 1, stride, bias=False)
            self.shortcut = nn.Sequential(project, nn.BatchNorm2d(out_ch))

    def forward(self, x: Tensor) -> Tensor:
        """Return ReLU(residual + shortcut)."""
        residual = F.relu(self.bn1(self.conv1(x)))
        residual = self.bn2(self.conv2(residual))
        return F.relu(residual + self.shortcut(x))
