"""What Jinja says of a template that it cannot read, in words of our own: what is wrong, where, and what to do."""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError

from mingbai.build.misprint import FOLDER
from mingbai.near import near
from mingbai.problem import Place, Problem
from mingbai.source.text import place_at

_BLOCKS = ("autoescape", "block", "call", "filter", "for", "if", "macro", "placed", "set", "with")
_TAGS = (*_BLOCKS, *(f"end{tag}" for tag in _BLOCKS), "elif", "else", "extends", "from", "import", "include")
_HALF = str.maketrans("“”‘’，：（）｜【】｛｝％＝　", "\"\"'',:()|[]{}%= ")
_SIGNS = {"end of statement block": "%}", "end of print statement": "}}", "name": "一个名字"}
_WORDS = (
    (r"Missing end of comment tag", "注释没有收尾", "在注释后面写上 #}"),
    (r"Missing end of raw directive", "{% raw %} 没有收尾", "在它后面写上 {% endraw %}"),
    (r"unexpected end of template, expected '(.+)'\.", "到文件末尾还没有 {0}", "补上 {0}"),
    (r"[Ee]xpected token '(.+)', got '(.+)'", "这里应该是 {0}，写的是 {1}", "看看前后有没有漏字、多字"),
    (r"Expected an expression, got '(.+)'", "{0} 前面缺了东西", "补上要印或者要问的名字，例如 page.head.title"),
    (r"unexpected '(.+)', expected '(.+)'", "括号没有成对：应该是 {1}，写的是 {0}", "补上 {1}"),
    (r"unexpected '(.+)'", "{0} 不该在这里", "看看它前面是不是漏了字，或者括号没有成对"),
    (r"block '(.+)' defined twice", "{% block {0} %} 写了两次", "去掉一个，或者换一个名字"),
    (r"Block names in Jinja .+", "{% block %} 的名字里有横线", "名字只用英文字母、数字和下划线"),
    (r"tag name expected", "{% 和 %} 之间是空的", "写上要做什么，或者去掉它"),
    (r"expected name or number", "点后面缺了名字", "补上名字，或者去掉这个点"),
    (r"expected call", "{% call %} 后面不是宏", "写宏的名字和括号，例如 {% call paper() %}"),
    (r"keyword argument repeated: (\w+)", "{0} 给了两次", "去掉一个"),
    (r"duplicate argument 'l_\d+_(\w+)' .+", "宏的参数 {0} 写了两次", "去掉一个，或者换一个名字"),
    (r"invalid decimal literal", "有一个数字后面连着别的字", "去掉后面的字，或者把它们分开"),
    (r"No test named '(\w+)'.*", "is 后面没有 {0} 这种问法", "例如 is defined"),
)
_CHARACTER = re.compile(r"unexpected char (?:'(.+)'|\"(.+)\") at (\d+)", re.DOTALL)
_FILTER = re.compile(r"No filter named '(\w+)'.*")
_TAG = re.compile(r"Encountered unknown tag '(\w+)'\.")
_OPEN = re.compile(r"(?s).*The innermost block that needs to be closed is '(\w+)'\.")


def unreadable(name: str, text: str, error: Exception, environment: Environment) -> Problem:
    """What is wrong with a template, told from what Jinja raised when it was read."""
    path = f"{FOLDER}{name}"
    if not isinstance(error, TemplateSyntaxError):  # raised by Python, which reads what Jinja makes of a template
        if isinstance(error, SyntaxError) and "nested" not in str(error):
            return _other(error.msg, Place(path), environment)
        return _problem(Place(path), "模板套得太深，读不了", "一层套一层的循环和括号，拆到几个模板里")
    said, place = error.message or "", Place(path, error.lineno)
    if found := _CHARACTER.fullmatch(said):
        return _character(place_at(path, text, int(found[3])), found[1] or found[2])
    if opened := _OPEN.fullmatch(said):
        return _open(said, place, opened[1], _line_of(opened[1], place.line, text, environment))
    found = _TAG.match(said)
    return _tag(place, found[1]) if found else _other(said, place, environment)


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, "template/syntax", message, hint)


def _other(said: str, place: Place, environment: Environment) -> Problem:
    if found := _FILTER.fullmatch(said):
        meant = near(found[1], environment.filters)
        hint = f"是不是 {meant}？" if meant else f"去掉 | {found[1]}"
        return _problem(place, f"没有叫 {found[1]} 的过滤器", hint)
    for pattern, message, hint in _WORDS:
        if found := re.fullmatch(pattern, said):
            words = [_SIGNS.get(word, word) for word in found.groups()]
            return _problem(place, _filled(message, words), _filled(hint, words))
    return _problem(place, f"这里读不懂：{said}", "改这一行；看不懂就把这一条发给改模板的人")


def _filled(sentence: str, words: list[str]) -> str:
    """A sentence with its numbered places filled; its other braces are a template's own."""
    return re.sub(r"\{(\d)\}", lambda place: words[int(place[1])], sentence)


def _character(place: Place, character: str) -> Problem:
    half = character.translate(_HALF)
    if half != character:
        return _problem(place, f"大括号里不能写全角的 {character}", f"改成半角的 {half}")
    if character in "'\"":
        return _problem(place, f"引号 {character} 没有成对", f"在名字后面补上 {character}")
    return _problem(place, f"大括号里不能写 {character}", "去掉它；“而且”写 and，“或者”写 or，“不”写 not")


def _open(said: str, place: Place, opened: str, line: int) -> Problem:
    """A tag that was opened at a line and has no end, or not before another one has to have its own."""
    found = _TAG.match(said)
    if not found:
        message, hint = f"{{% {opened} %}} 没有收尾", f"在它管到的地方后面写上 {{% end{opened} %}}"
        return _problem(Place(place.path, line), message, hint)
    if found[1] not in _TAGS or "nesting mistake" not in said:  # no tag further out waits for it either
        return _tag(place, found[1])
    message = f"{{% {found[1]} %}} 来早了：第 {line} 行的 {{% {opened} %}} 还没有收尾"
    return _problem(place, message, f"先写上 {{% end{opened} %}}")


def _tag(place: Place, tag: str) -> Problem:
    """A tag that there is none, or that nothing before it waits for."""
    if tag not in _TAGS:
        meant = near(tag, _TAGS)
        hint = f"是不是 {{% {meant} %}}？" if meant else "去掉它"
        return _problem(place, f"没有 {{% {tag} %}} 这种写法", hint)
    begun = tag.removeprefix("end") if tag in _TAGS[len(_BLOCKS) : 2 * len(_BLOCKS)] else "if"
    return _problem(place, f"多了 {{% {tag} %}}：前面没有 {{% {begun} %}}", "去掉它，或者把前面的补上")


def _line_of(tag: str, until: int, text: str, environment: Environment) -> int:
    """Where the last `tag` that waits for its end was opened."""
    opened: list[int] = []
    for line, word in _tags(text, environment):
        if line > until:
            break
        if word == tag:
            opened.append(line)
        elif word == f"end{tag}" and opened:
            opened.pop()
    return opened[-1] if opened else until


def _tags(text: str, environment: Environment) -> Iterator[tuple[int, str]]:
    """The tags of a template with their lines, as far as it can be read."""
    begins = False
    try:
        for line, sort, word in environment.lex(text):
            if sort == "name" and begins:
                yield line, word
            begins = sort == "block_begin" or (begins and sort == "whitespace")
    except TemplateSyntaxError:
        return
