"""Text that would like to be markup, a terminal command or a formula."""


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, tuple):
        return {"=cmd|' /C calc'!A0": "@SUM(1+1)*cmd", "<b>": ["\x1b[5m", "\u202e", "\r\nSet-Cookie: x"]}
    if kernel > n:
        raise ValueError("[bold red]markup[/bold red] [/] <a href=x>x</a>")
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
