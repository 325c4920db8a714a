"""click's own words in Chinese: its usage lines, its titles, and what it says of a wrong option.

click asks gettext for each of them, and gettext follows the machine's language; our editors' is always Chinese.
A word that is missing here comes out in English, as click has it.
"""

from collections.abc import Callable

import click

from mingbai.cli import paragraph, table
from mingbai.near import near

WORDS = {
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示这段说明。",
    "Try '{command} {option}' for help.": "用法见 {command} {option}",
    "Error: {message}": "mingbai: {message}",
    "No such option {name!r}.": "没有 {name} 这个选项。",
    "No such command {name!r}.": "没有 {name} 这个命令。",
    "Option {name!r} requires an argument.": "{name} 后面要写内容。",
    "Option {name!r} does not take a value.": "{name} 后面不写内容。",
    "Got unexpected extra argument ({args})": "多写了 {args}",
    "Got unexpected extra arguments ({args})": "多写了 {args}",
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
    vars(click.formatting)["wrap_text"] = paragraph.wrapped
    for kind, method, said in SAID:
        setattr(kind, method, said)
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


def _wrong(wrong: click.BadParameter) -> str:
    """What is wrong with a word, after the option to which it belongs."""
    option = "/".join(wrong.param.opts) if isinstance(wrong.param, click.Option) else ""
    return f"{option} 写得不对：{wrong.message}" if option else f"写得不对：{wrong.message}"


def _no_choice(choice: click.Choice[str], value: object, **_: object) -> str:
    return f"没有“{value}”，可以写 {'、'.join(map(str, choice.choices))}"


def _unknown_option(unknown: click.NoSuchOption) -> str:
    """That there is no such option here; where a verb has it, that it stands behind the verb. The first is build."""
    group = unknown.ctx.command if unknown.ctx else None
    for name, verb in group.commands.items() if isinstance(group, click.Group) else ():
        if any(unknown.option_name in param.opts for param in verb.params):
            return f"{unknown.option_name} 前面要写命令，例如 {name} {unknown.option_name}"
    return _unknown(unknown)


def _unknown(unknown: click.NoSuchOption | click.exceptions.NoSuchCommand) -> str:
    """That there is no such word, and which was meant: not the one that click finds most like it."""
    command = unknown.ctx.command if unknown.ctx else None
    if isinstance(unknown, click.NoSuchOption):
        close = near(unknown.option_name, [word for param in command.params for word in param.opts] if command else ())
    else:
        close = near(unknown.command_name, command.commands if isinstance(command, click.Group) else ())
    return f"{unknown.message}是不是 {close}？" if close else unknown.message


def _missing(missing: click.MissingParameter) -> str:
    """What was left out, on one line, with the words that there are where there are only some."""
    kind = missing.param.type if missing.param else None
    if isinstance(kind, click.Choice):
        return f"少写了一个词，可以写 {'、'.join(map(str, kind.choices))}"
    return f"少写了{missing.param.human_readable_name if missing.param else ''}"


def _range(numbers: click.IntRange) -> str:
    """Which numbers may be written, where click would write a formula."""
    return f"最小 {numbers.min}" if numbers.max is None else f"要在 {numbers.min} 到 {numbers.max} 之间"


SAID: tuple[tuple[type, str, Callable[..., str]], ...] = (
    (click.BadParameter, "format_message", _wrong),
    (click.MissingParameter, "format_message", _missing),
    (click.Choice, "get_invalid_choice_message", _no_choice),
    (click.NoSuchOption, "format_message", _unknown_option),
    (click.exceptions.NoSuchCommand, "format_message", _unknown),
)
"""What click would put together itself, with quotes, commas and spaces that have no place in Chinese."""
