"""What can be refused: the message of each error of ours that the source raises, with `{}` for its gaps."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "tongket"
# Rooms whose errors a page may show. The command line has its own catalogue, and what a file is refused for is told
# by findings.
ROOMS = ("actions", "ledger", "review", "rollup", "terms")
GAP = "{}"


def refusals() -> Iterator[tuple[str, str]]:
    """Yield each message with where it stands: also those words of ours that are put into a gap of another."""
    for room in ROOMS:
        for file in sorted((SOURCE / room).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            for text, line in _Module(tree).messages():
                yield text, f"{file.relative_to(SOURCE)}:{line}"


class _Module:
    """A module whose messages are asked for."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._functions = {each.name: each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}
        self._seen: set[ast.AST] = set()

    def messages(self) -> Iterator[tuple[str, int]]:
        for call in _calls(self._tree):
            if _is_error(call):
                for argument in call.args:
                    yield from self._texts(argument, self._around(call))

    def _texts(self, node: ast.AST | None, scope: ast.AST) -> Iterator[tuple[str, int]]:
        """Yield the templates that an expression may be."""
        if node is None or node in self._seen:
            return
        self._seen.add(node)
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp):
            yield from self._text(node, scope)
        elif isinstance(node, ast.IfExp):
            yield from self._texts(node.body, scope)
            yield from self._texts(node.orelse, scope)
        elif isinstance(node, ast.Name):
            for value in _assigned(node.id, scope, self._tree):
                yield from self._texts(value, scope)
            yield from self._given(node.id, scope)
        elif isinstance(node, ast.Call):
            yield from self._called(node, scope)

    def _text(self, node: ast.Constant | ast.JoinedStr | ast.BinOp, scope: ast.AST) -> Iterator[tuple[str, int]]:
        template = _template(node)
        if template is not None and any(letter.isalpha() for letter in template.replace(GAP, "")):
            yield template, node.lineno
        for inner in ast.walk(node):
            if isinstance(inner, ast.FormattedValue):
                yield from self._texts(inner.value, scope)

    def _given(self, name: str, scope: ast.AST) -> Iterator[tuple[str, int]]:
        """Yield what the callers of a function in this module give for one of its parameters."""
        names = [each.arg for each in scope.args.args] if isinstance(scope, ast.FunctionDef) else []
        names = names[1:] if names[:1] == ["self"] else names
        if isinstance(scope, ast.FunctionDef) and name in names:
            for call in _calls(self._tree):
                if _called_name(call) == scope.name:
                    named = [each.value for each in call.keywords if each.arg == name]
                    for value in (*call.args[names.index(name) :][:1], *named):
                        yield from self._texts(value, self._around(call))

    def _around(self, call: ast.Call) -> ast.AST:
        """Return the innermost function in which a call stands."""
        found = [each for each in self._functions.values() if call in _calls(each)]
        return max(found, key=lambda each: each.lineno) if found else self._tree

    def _called(self, call: ast.Call, scope: ast.AST) -> Iterator[tuple[str, int]]:
        """Yield what a function of this module returns, and what another is given."""
        if isinstance(call.func, ast.Name) and (function := self._functions.get(call.func.id)):
            for each in ast.walk(function):
                if isinstance(each, ast.Return):
                    yield from self._texts(each.value, function)
        elif isinstance(call.func, ast.Attribute) and call.func.attr == "format":
            yield from self._texts(call.func.value, scope)


def _calls(scope: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(scope) if isinstance(each, ast.Call))


def _called_name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _is_error(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id.endswith("Error") and call.func.id[0].isupper()


def _assigned(name: str, *scopes: ast.AST) -> Iterator[ast.expr]:
    for scope in scopes:
        for each in ast.walk(scope):
            if isinstance(each, ast.Assign) and any(isinstance(to, ast.Name) and to.id == name for to in each.targets):
                yield each.value


def _template(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(GAP if isinstance(part, ast.FormattedValue) else str(_template(part)) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _template(node.left), _template(node.right)
        return (GAP if left is None else left) + (GAP if right is None else right)
    return None
