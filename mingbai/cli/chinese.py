"""click's own words in Chinese: its usage lines, its titles, and what it says of a wrong option.

click asks gettext for each of them, and gettext follows the machine's language; our editors' is always Chinese.
A word that is missing here comes out in English, as click has it.
"""

import click

from mingbai.cli import table

WORDS = {
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示这段说明。",
    "Try '{command} {option}' for help.": "用法见 {command} {option}",
    "Error: {message}": "mingbai: {message}",
    "Invalid value: {message}": "写得不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 写得不对：{message}",
    "No such option {name!r}.": "没有 {name} 这个选项。",
    "No such command {name!r}.": "没有 {name} 这个命令。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是其中一个：{possibilities}？",
    "Option {name!r} requires an argument.": "{name} 后面要写内容。",
    "Option {name!r} does not take a value.": "{name} 后面不写内容。",
    "Got unexpected extra argument ({args})": "多写了 {args}",
    "Got unexpected extra arguments ({args})": "多写了 {args}",
    "{value!r} is not {choice}.": "没有“{value}”，可以写 {choice}",
    "{value!r} is not one of {choices}.": "没有“{value}”，可以写 {choices}",
    "{value!r} is not a valid {number_type}.": "“{value}”不是能用的数",
    "{value} is not in the range {range}.": "{value} 不行，{range}",
}


def speak() -> None:
    """Let click say its words in Chinese from now on."""
    for module in (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types):
        vars(module)["_"] = lambda word: WORDS.get(word, word)
        vars(module)["ngettext"] = lambda one, many, n: WORDS.get(one if n == 1 else many, many)
    vars(click.formatting)["term_len"] = (
        table.columns
    )  # click counts characters, and its lists would not stand straight
    setattr(click.MissingParameter, "format_message", _missing)  # noqa: B010 - mypy takes it for no method
    vars(click.types)["_NumberRangeBase"]._describe_range = _range


def with_what_follows(error: click.BadOptionUsage, verb: click.Command | None) -> click.BadOptionUsage:
    """Where nothing stands after an option, the same with what can stand there: words, or what kind of thing it is."""
    params = verb.params if verb else ()
    param = next((param for param in params if error.option_name in param.opts), None)
    if param and error.message == WORDS["Option {name!r} requires an argument."].format(name=error.option_name):
        kind = param.type
        words = "、".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else param.metavar or kind.name
        return click.BadOptionUsage(error.option_name, f"{error.option_name} 后面要写内容：{words}", error.ctx)
    return error


def _missing(missing: click.MissingParameter) -> str:
    """What was left out, on one line, with the words that there are where there are only some."""
    kind = missing.param.type if missing.param else None
    if isinstance(kind, click.Choice):
        return f"少写了一个词，可以写 {'、'.join(map(str, kind.choices))}"
    return f"少写了{missing.param.human_readable_name if missing.param else ''}"


def _range(numbers: click.IntRange) -> str:
    """Which numbers may be written, where click would write a formula."""
    return f"最小 {numbers.min}" if numbers.max is None else f"要在 {numbers.min} 到 {numbers.max} 之间"
