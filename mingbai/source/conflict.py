"""Two versions of a file in one: what git leaves behind where nobody has decided which one counts.

Law: such a file says nothing, so it is refused before anything else is looked for in it, and once for each conflict.
"""

import re

from mingbai.problem import Place, Problem

_MARK = re.compile(r"^(?:(<{7})(?: .*)?|={7}|(>{7})(?: .*)?|\|{7}(?: .*)?)[ \t]*$", re.MULTILINE)
_SIGNS = ("<<<<<<<", ">>>>>>>")
_HINT = "<<<<<<< 和 ======= 之间是一边写的，======= 和 >>>>>>> 之间是另一边写的：留下对的几行，删掉这几行记号"


def unsolved(path: str, text: str) -> tuple[Problem, ...]:
    """Every conflict that is left in a text, at the first of its marks."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    marks = list(_MARK.finditer(text))
    if not any(match[1] or match[2] for match in marks):
        return ()
    found, is_over = [], True
    for match in marks:
        if is_over or match[1]:
            line = text.count("\n", 0, match.start()) + 1
            found.append(Problem(Place(path, line), "file/unmerged", "合并冲突没有解决", _HINT))
        is_over = bool(match[2])
    return tuple(found)
