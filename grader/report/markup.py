r"""Statements as HTML: Markdown with tables and TeX formulas, which become MathML. No network, no script.

``$…$`` is a formula in the line, ``$$…$$`` one of its own. Raw HTML in the Markdown is shown, not obeyed.
"""

from __future__ import annotations

import re
from functools import cache

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.dollarmath import dollarmath_plugin

TEXT = re.compile(r"<mtext>.*?</mtext>", re.DOTALL)
NAMES = "<mi>(?:log|ln|exp|sin|cos|tanh)</mi>"
BEFORE = re.compile(f"(</m(?:[in]|su[bp])>)({NAMES})")
AFTER = re.compile(f"(?<!<msup>)(?<!<msub>)({NAMES})(?=<m(?:[in]|su[bp]|frac|sqrt|over)\\b)")
THIN = '<mspace width="0.167em"/>'
SET_MINUS = ("<mi>&#x029F5;</mi>", "<mo>&#x02216;</mo>")  # a sign that fonts have
ESCAPED = re.compile(r"\\([_%#&$])")  # the converter leaves them escaped in \text{…}


def html_of(markdown: str) -> Markup:
    """Return Markdown as HTML that a page may contain as it is."""
    return Markup(_renderer().render(markdown))


@cache
def _renderer() -> MarkdownIt:
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    return renderer.use(dollarmath_plugin, renderer=_mathml, allow_digits=True, double_inline=True)


def _mathml(formula: str, options: dict[str, bool]) -> str:
    display = "block" if options["display_mode"] else "inline"
    # The converter does not know this one command that statements use.
    known = re.sub(r"\\arg\b", r"\\operatorname{arg}", formula.strip())
    mathml = convert(known, display=display).replace(*SET_MINUS)
    mathml = AFTER.sub(rf"\1{THIN}", BEFORE.sub(rf"\1{THIN}\2", mathml))
    return TEXT.sub(lambda found: ESCAPED.sub(r"\1", found[0]), mathml)
