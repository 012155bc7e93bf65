"""开始 <marquee>"""

import torch


class 名字(str):
    def __repr__(self):
        return "<script>alert('repr')</script>\x1b[8m"

    __str__ = __repr__


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    return 名字("'\"><script>alert(2)</script>")
