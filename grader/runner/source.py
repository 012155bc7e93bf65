"""Forbidden names in the text of a submission, found without running it.

Only what module level or the target can reach counts: not ``if __name__ == "__main__":``, not a definition
that nothing reached refers to. Only names that resolve to a library count: a method of an unknown value
(``x.gather``, ``s.split``) is left to run time, and the submission's own names are its own.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from grader.runner.patterns import LIBRARIES, Patterns

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
UNKNOWN_VALUE = "torch.Tensor"  # what getattr(x, "gather") is taken to look into


@dataclass(frozen=True, slots=True)
class Hit:
    """A forbidden operation: its name, the route (``source``, ``call``, ``operator``), the line if known."""

    name: str
    route: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that one module, class or function binds; ``opaque`` ones hold values unknown to us."""

    parent: Scope | None = None
    is_class: bool = False
    dotted: dict[str, str] = field(default_factory=dict)
    strings: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, list[Definition]] = field(default_factory=dict)
    opaque: set[str] = field(default_factory=set)
    stars: list[str] = field(default_factory=list)

    def binding(self, name: str, *, inside: bool = False) -> Scope | None:
        """Return the innermost scope that binds ``name``; a class body is unseen from its methods."""
        hidden = self.is_class and inside
        bound = name in self.dotted or name in self.definitions or name in self.opaque or name in self.strings
        if bound and not hidden:
            return self
        return self.parent.binding(name, inside=True) if self.parent else None


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
        self._bind(tree.body, self._scope)
        module = self._scope
        self._visit_all(tree.body)
        self._reach(target, module)
        while self._queue:
            definition, self._scope = self._queue.pop()
            self._enter(definition)

    # Scopes

    def _bind(self, body: Sequence[ast.AST], scope: Scope) -> None:
        """Note what the statements of one scope bind, those of nested scopes left aside."""
        nodes = list(_own_nodes(body))
        for node in nodes:
            if isinstance(node, ast.Import | ast.ImportFrom):
                _bind_import(node, scope)
            elif isinstance(node, DEFINITIONS):
                scope.definitions.setdefault(node.name, []).append(node)
        simple = [pair for node in nodes for pair in _simple_assignments(node)]
        for name, value in simple:
            self._bind_value(name.id, value, scope)
        assigned = {id(name) for name, _ in simple}
        scope.opaque.update(name for node in nodes if id(node) not in assigned for name in _stored(node))

    def _bind_value(self, name: str, value: ast.expr, scope: Scope) -> None:
        outer, self._scope = self._scope, scope
        dotted, string = self._resolve(value), self._fold(value)
        self._scope = outer
        if dotted is not None:
            scope.dotted[name] = dotted
        elif string is not None:
            scope.strings[name] = string
        elif not (isinstance(value, ast.Constant) and value.value is None):
            scope.opaque.add(name)

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
            self._enter_body(definition.body, Scope(self._scope, opaque=_parameters(definition.args)))

    def _enter_body(self, body: Sequence[ast.AST], scope: Scope) -> None:
        outer, self._scope = self._scope, scope
        self._bind(body, scope)
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
        self._enter_body([node.body], Scope(self._scope, opaque=_parameters(node.args)))

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
            self._check(self._resolve(node), node)
            self._reach(node.id, self._scope)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Check a dotted name as a whole."""
        if not self._check(self._resolve(node), node):
            self.visit(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Check ``torch.__dict__["gather"]`` and ``sys.modules["numpy"]``."""
        if not self._check(self._resolve(node), node):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Check dynamic look-ups and forbidden arguments."""
        if not self._check(self._resolve(node), node):
            self._check_arguments(node)
            self.generic_visit(node)

    def _check(self, name: str | None, node: ast.stmt | ast.expr) -> bool:
        if name is None or not self._patterns.covers(name):
            return False
        self.hits.add(Hit(name, "source", node.lineno))
        return True

    def _check_arguments(self, node: ast.Call) -> None:
        for name, value in self._patterns.arguments:
            for keyword in node.keywords:
                literal = keyword.value.value if isinstance(keyword.value, ast.Constant) else ...
                if keyword.arg == name and literal == value and self._is_library(node):
                    self.hits.add(Hit(f"{name}={value}", "source", node.lineno))

    def _is_library(self, node: ast.Call) -> bool:
        """Tell whether a call, or a partial application, is of a library's function."""
        names = [self._resolve(expression) for expression in (node.func, *node.args[:1])]
        return any(name.split(".")[0] in LIBRARIES for name in names if name)

    # Values

    def _resolve(self, node: ast.expr) -> str | None:
        """Return the dotted name of the library object that an expression is, if that can be read off it."""
        if isinstance(node, ast.Name):
            return self._resolve_name(node.id)
        if isinstance(node, ast.Attribute):
            return _below(self._resolve(node.value), node.attr)
        if isinstance(node, ast.NamedExpr):
            return self._resolve(node.value)
        if isinstance(node, ast.Subscript):
            return self._resolve_item(node)
        return self._resolve_call(node) if isinstance(node, ast.Call) else None

    def _resolve_name(self, name: str) -> str | None:
        home = self._scope.binding(name)
        if home is not None:
            return None if name in home.opaque or name in home.definitions else home.dotted.get(name)
        if hasattr(builtins, name):
            return None
        scope = self._scope
        while scope.parent:
            scope = scope.parent
        return f"{scope.stars[0]}.{name}" if scope.stars else None

    def _resolve_item(self, node: ast.Subscript) -> str | None:
        owner, key = self._resolve(node.value), self._fold(node.slice)
        if owner is None or key is None:
            return None
        if owner == "sys.modules":
            return key
        return _below(owner.removesuffix(".__dict__"), key) if owner.endswith(".__dict__") else None

    def _resolve_call(self, node: ast.Call) -> str | None:
        callee = self._callee(node.func)
        strings = [self._fold(argument) for argument in node.args]
        if callee in ("__import__", "importlib.import_module") and strings:
            return strings[0]
        if callee == "vars" and node.args:
            return _below(self._resolve(node.args[0]), "__dict__")
        if callee in ("operator.attrgetter", "operator.methodcaller") and strings:
            return _below(UNKNOWN_VALUE, strings[0])
        if callee == "getattr" and len(strings) > 1 and not self._is_own(node.args[0]):
            return _below(self._resolve(node.args[0]) or UNKNOWN_VALUE, strings[1])
        return None

    def _callee(self, node: ast.expr) -> str | None:
        """Return the name of what is called: a builtin's, or a library's."""
        if isinstance(node, ast.Name) and self._scope.binding(node.id) is None:
            return node.id
        return (self._resolve(node) or "").removeprefix("builtins.") or None

    def _is_own(self, node: ast.expr) -> bool:
        """Tell whether an expression is the submission's own object, whose attributes are its own too."""
        if not isinstance(node, ast.Name):
            return False
        home = self._scope.binding(node.id)
        return node.id in ("self", "cls") or (home is not None and node.id in home.definitions)

    def _fold(self, node: ast.expr) -> str | None:
        """Return the string that an expression always is, if it is one."""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            home = self._scope.binding(node.id)
            return home.strings.get(node.id) if home and node.id not in home.opaque else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return _joined("", [self._fold(node.left), self._fold(node.right)])
        if isinstance(node, ast.JoinedStr):
            parts = [p.value if isinstance(p, ast.FormattedValue) else p for p in node.values]
            return _joined("", [self._fold(part) for part in parts])
        return self._fold_method(node)

    def _fold_method(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Subscript) and ast.unparse(node.slice) == "::-1":
            string = self._fold(node.value)
            return string[::-1] if string is not None else None
        match node:
            case ast.Call(ast.Attribute(glue, "join"), [ast.List(items) | ast.Tuple(items)]):
                return _joined(self._fold(glue), [self._fold(item) for item in items])
        return None


def _joined(glue: str | None, parts: Sequence[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return glue.join(known) if glue is not None and len(known) == len(parts) else None


def _below(owner: str | None, name: str | None) -> str | None:
    return f"{owner}.{name}" if owner is not None and name is not None else None


def _own_nodes(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """Yield the nodes of one scope: nested definitions themselves, but nothing inside them."""
    stack = list(reversed(body))
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, (*DEFINITIONS, ast.Lambda)):
            stack += reversed(list(ast.iter_child_nodes(node)))


def _bind_import(node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
    for alias in node.names:
        name = alias.asname or alias.name
        if isinstance(node, ast.Import):
            root = name.split(".")[0]
            scope.dotted[name if alias.asname else root] = alias.name if alias.asname else root
        elif name == "*":
            scope.stars.append(node.module or "")
        else:
            scope.dotted[name] = f"{node.module}.{alias.name}" if not node.level else alias.name


def _simple_assignments(node: ast.AST) -> Iterator[tuple[ast.Name, ast.expr]]:
    """Yield the pairs of ``a = value``, ``a: T = value``, ``(a := value)`` and ``a, b = value, value``."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) else None
    for target in targets if value is not None else ():
        if isinstance(target, ast.Name) and value is not None:
            yield target, value
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = zip(target.elts, value.elts, strict=False)
            yield from ((name, item) for name, item in pairs if isinstance(name, ast.Name))


def _stored(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
        yield node.id
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name


def _parameters(args: ast.arguments) -> set[str]:
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    return {argument.arg for argument in every if argument}


def _is_main_guard(test: ast.expr) -> bool:
    """Recognise ``__name__ == "__main__"``, either way round, alone or as one part of an ``and``."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return any(map(_is_main_guard, test.values))
    return ast.unparse(test) in ("__name__ == '__main__'", "'__main__' == __name__")
