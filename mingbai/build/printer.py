"""How templates become code: Jinja's way, less what only other people's templates need. Thousands of pages pay for it.

Law: what is printed is what Jinja prints, letter by letter.
"""

import re
from collections.abc import Callable
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.runtime import Context
from markupsafe import Markup, escape

_MUST_ESCAPE = re.compile("[&<>'\"]").search


def printed(value: object) -> str:
    """A value as it stands in a page. Few texts need an escape, and to find that out is quicker than to make one.

    >>> printed("办事"), printed("<"), printed(Markup("<b>")), printed(4)
    ('办事', Markup('&lt;'), Markup('<b>'), Markup('4'))
    """
    if type(value) is str:
        return escape(value) if _MUST_ESCAPE(value) else value
    return value if type(value) is Markup else escape(value)


class _Code(CodeGenerator):
    """Writes the code of one template, statement by statement."""

    def enter_frame(self, frame: Frame) -> None:
        """Note which names the template has to be given."""
        super().enter_frame(frame)
        asked = {name for how, name in frame.symbols.loads.values() if how == VAR_LOAD_RESOLVE and name}
        self.environment.asked.setdefault(self.name or "", set()).update(asked)  # type: ignore[attr-defined]

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Views have fields, not keys: there is no second way to look."""
        if iskeyword(node.attr):  # no view has it; Jinja's own way tells of it at the right line
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """What stands between two statements is handed on in one piece, since it goes through every template above."""
        if frame.require_output_check or all(isinstance(each, nodes.TemplateData) for each in node.nodes):
            super().visit_Output(node, frame)
            return
        self.writeline("yield concat((" if frame.buffer is None else f"{frame.buffer}.extend((")
        for each in node.nodes:
            self.newline(each)
            if isinstance(each, nodes.TemplateData):
                self.write(f"{each.data!r},")
            else:
                self.write("environment.printed(")
                self.visit(each, frame)
                self.write("),")
        self.write("))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """What is included is handed on in one piece, too; names and blocks of its own stay its own."""
        more = self.dump_local_context(frame) != "{}" or node.ignore_missing or not node.with_context
        if more or frame.buffer is not None or not isinstance(node.template, nodes.Const):
            super().visit_Include(node, frame)
            return
        self.writeline("template = environment.get_template(", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")
        self.writeline("yield concat(template.root_render_func(template.new_context(context.get_all(), True)))", node)


class _Names(Context):
    """What a template knows by name."""

    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Call a macro: nothing else is called here, so nobody asks for the names themselves."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(*args, **named)


class Printer(Environment):
    """Jinja, writing code in this way."""

    code_generator_class = _Code
    context_class = _Names
    printed = staticmethod(printed)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.asked: dict[str, set[str]] = {}
        """The names that each template compiled so far has to be given."""
