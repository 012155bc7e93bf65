"""Residual block: see README.md. | 残差块：说明见 README.zh.md。"""

from torch import Tensor, nn


class ResidualBlock(nn.Module):
    """The basic block of ResNet.

    conv1 (3×3, stride) – bn1 – ReLU – conv2 (3×3) – bn2, plus the shortcut, then ReLU. The shortcut is the identity
    where the block keeps the shape, and conv 1×1 (stride) – bn, named shortcut.0 and shortcut.1, where it does not.
    """

    def __init__(self, in_ch: int, out_ch: int, stride: int = 1) -> None:
        """Make the layers; no convolution has a bias."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return the block's output.

        Args:
            x: [N, in_ch, H, W] in the dtype of the weights, any memory layout; it is not changed.

        Returns:
            [N, out_ch, ⌈H/stride⌉, ⌈W/stride⌉] of the same dtype.
        """
        raise NotImplementedError
