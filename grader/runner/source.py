"""Forbidden names in the text of a submission, found without running it.

Only what module level or the target can reach counts: not ``if __name__ == "__main__":``, not a definition
that nothing reached refers to. Only names that resolve to a library count: a method of an unknown value
(``x.gather``, ``s.split``) is left to run time, and the submission's own names are its own.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from grader.runner.fronts import Hit
from grader.runner.patterns import LIBRARIES, Patterns
from grader.runner.scopes import DEFINITIONS, Definition, Scope, bind, parameters, resolve


def check_source(text: str, target: str, patterns: Sequence[str]) -> tuple[Hit, ...]:
    """Return the forbidden names in what module level and ``target`` reach, in the order of their lines.

    Raises what `ast.parse` raises: SyntaxError, ValueError, RecursionError, MemoryError.
    """
    tree = ast.parse(text)
    if not patterns:
        return ()
    search = _Search(Patterns(patterns))
    search.run(tree, target)
    return tuple(sorted(search.hits, key=lambda hit: (hit.line or 0, hit.name)))


class _Search(ast.NodeVisitor):
    """Visits reachable code; a definition is entered when reached code refers to it."""

    def __init__(self, patterns: Patterns) -> None:
        self.hits: set[Hit] = set()
        self._patterns = patterns
        self._scope = Scope()
        self._queue: list[tuple[Definition, Scope]] = []
        self._reached: set[Definition] = set()

    def run(self, tree: ast.Module, target: str) -> None:
        """Visit module level, the target, and whatever they refer to."""
        bind(tree.body, self._scope)
        module = self._scope
        self._visit_all(tree.body)
        self._reach(target, module)
        while self._queue:
            definition, self._scope = self._queue.pop()
            self._enter(definition)

    def _reach(self, name: str, scope: Scope) -> None:
        home = scope.binding(name)
        for definition in home.definitions.get(name, ()) if home else ():
            if definition not in self._reached:
                self._reached.add(definition)
                assert home is not None
                self._queue.append((definition, home))

    def _enter(self, definition: Definition) -> None:
        self._visit_all(definition.decorator_list)
        if isinstance(definition, ast.ClassDef):
            self._visit_all([*definition.bases, *definition.keywords])
            self._enter_body(definition.body, Scope(self._scope, is_class=True))
            self._reached.update(methods := [m for m in definition.body if isinstance(m, DEFINITIONS)])
            self._queue += [(method, self._last) for method in methods]
        else:
            self._visit_signature(definition.args)
            if definition.returns:
                self.visit(definition.returns)
            self._enter_body(definition.body, Scope(self._scope, opaque=parameters(definition.args)))

    def _enter_body(self, body: Sequence[ast.AST], scope: Scope) -> None:
        outer, self._scope = self._scope, scope
        bind(body, scope)
        self._visit_all(body)
        self._scope, self._last = outer, scope

    def _visit_all(self, nodes: Sequence[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    def _visit_signature(self, args: ast.arguments) -> None:
        self._visit_all([*args.defaults, *(default for default in args.kw_defaults if default)])
        parameters = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
        self._visit_all([a.annotation for a in parameters if a and a.annotation])

    # Nodes

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Leave a definition alone until something refers to it."""

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        """Leave a definition alone until something refers to it."""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Leave a definition alone until something refers to it."""

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Enter a lambda where it stands: whoever reaches it may call it."""
        self._visit_signature(node.args)
        self._enter_body([node.body], Scope(self._scope, opaque=parameters(node.args)))

    def visit_If(self, node: ast.If) -> None:
        """Skip what runs only when the file is executed by itself."""
        if not _is_main_guard(node.test):
            self.visit(node.test)
            self._visit_all(node.body)
        self._visit_all(node.orelse)

    def visit_Import(self, node: ast.Import) -> None:
        """Check the modules named."""
        for alias in node.names:
            self._check(alias.name, node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Check the names imported, each with its module in front."""
        for alias in node.names:
            if node.module and not node.level:
                self._check(node.module if alias.name == "*" else f"{node.module}.{alias.name}", node)

    def visit_Name(self, node: ast.Name) -> None:
        """Check a name, and follow it where the submission defines it."""
        if isinstance(node.ctx, ast.Load):
            self._check(resolve(node, self._scope), node)
            self._reach(node.id, self._scope)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Check a dotted name as a whole; of ``torch.autograd.no_grad``, ``torch.autograd`` is no use."""
        name = resolve(node, self._scope)
        self._check(name, node)
        if name is None:
            self.visit(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Check ``torch.__dict__["gather"]`` and ``sys.modules["numpy"]``."""
        if not self._check(resolve(node, self._scope), node):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Check dynamic look-ups and forbidden arguments."""
        if not self._check(resolve(node, self._scope), node):
            self._check_arguments(node)
            self.generic_visit(node)

    def _check(self, name: str | None, node: ast.stmt | ast.expr) -> bool:
        if name is None or not self._patterns.covers(name):
            return False
        self.hits.add(Hit(name, "source", node.lineno))
        return True

    def _check_arguments(self, node: ast.Call) -> None:
        for keyword in node.keywords:
            literal = keyword.value.value if isinstance(keyword.value, ast.Constant) else ...
            if (keyword.arg, literal) in self._patterns.arguments and self._is_library(node):
                self.hits.add(Hit(f"{keyword.arg}={literal!r}", "source", node.lineno))

    def _is_library(self, node: ast.Call) -> bool:
        """Tell whether a call, or a partial application, is of a library's function."""
        names = [resolve(expression, self._scope) for expression in (node.func, *node.args[:1])]
        return any(name.split(".")[0] in LIBRARIES for name in names if name)


def _is_main_guard(test: ast.expr) -> bool:
    """Recognise ``__name__ == "__main__"``, either way round, alone or as one part of an ``and``."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return any(map(_is_main_guard, test.values))
    return ast.unparse(test) in ("__name__ == '__main__'", "'__main__' == __name__")
