"""How a signal grows from layer to layer: see README.md. | 信号如何逐层变化：说明见 README.zh.md。"""


def layer_stds(depth: int, width: int, std: float, act: str, seed: int, batch: int = 16) -> list[float]:
    """Send a standard normal batch through an MLP and measure each layer's output.

    Args:
        depth: number of layers, at least 1.
        width: number of units of every layer and of the input, at least 1.
        std: standard deviation of the weights, which are normal with mean 0; there is no bias.
        act: what follows each linear layer: "identity", "tanh" or "relu".
        seed: makes the weights and the input repeatable.
        batch: number of rows of the input.

    Returns:
        The standard deviation of each layer's output, after the activation, over all elements: Python floats, one a
        layer, ending after the first that is not finite.

    Raises:
        ValueError: ``act`` is unknown.
    """
    raise NotImplementedError
