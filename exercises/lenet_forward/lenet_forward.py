"""LeNet: see README.md. | LeNet：说明见 README.zh.md。"""

from torch import Tensor, nn


class LeNet(nn.Module):
    """LeNet for 32×32 images.

    Layers: conv1 (6 maps, 5×5), conv2 (16 maps, 5×5), fc1 (400→120), fc2 (120→84), fc3 (84→classes).
    ReLU and 2×2 max pooling after each convolution, ReLU after fc1 and fc2.
    """

    def __init__(self, classes: int = 10, in_channels: int = 3) -> None:
        """Make the five layers for ``in_channels`` channels of input and ``classes`` classes."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return raw logits.

        Args:
            x: images [N, in_channels, 32, 32] in the dtype of the weights, N ≥ 0, any memory layout.

        Returns:
            Logits [N, classes] of the same dtype.

        Raises:
            Exception: of any class, where the image size does not end in 400 features.
        """
        raise NotImplementedError
