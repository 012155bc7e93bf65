"""The target is a number."""

conv_output_size = 28
