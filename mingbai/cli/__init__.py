"""The command line: one verb for one question, one file for one verb. The only room that prints.

Exit codes are promises: 0 done · 1 problems in the content · 2 wrong usage · 3 the world (lock held, disk full) or
an internal fault · 4 the published site is not what was built.
"""

import os
import signal
import sys
from contextlib import suppress
from typing import Any

import click

from mingbai.cli import chinese, options, say
from mingbai.cli.build import build
from mingbai.cli.check import check
from mingbai.cli.explain import explain
from mingbai.cli.figures import figures
from mingbai.cli.forbid import forbid
from mingbai.cli.list import list_
from mingbai.cli.new import new
from mingbai.cli.rollback import rollback
from mingbai.cli.schema import schema
from mingbai.cli.serve import serve


class Program(click.Group):
    """The verbs together: they speak Chinese, and a fault of our own is never taken for a mistake in the content."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Read the command line and run the verb."""
        chinese.speak()
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; what it did not expect is shown whole, for those who look after the program."""
        try:
            return super().invoke(ctx)
        except click.BadOptionUsage as error:
            raise chinese.with_what_follows(error, self.get_command(ctx, ctx.invoked_subcommand or "")) from None
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            say.fault("按了 Ctrl-C，停下了。")
        except Exception:
            from traceback import print_exc

            print_exc()
            say.fault("程序自己出了错，不是内容写错；请把上面这些发给管程序的人。")
        sys.exit(options.WORLD)


def _tell_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Say the version and stop; looked up only when asked for, since that costs every build 40 milliseconds."""
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        told = version("mingbai")
    except PackageNotFoundError:
        told = "（没有安装，直接从文件夹运行）"
    click.echo(f"明白 {told}")
    context.exit()


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    options_metavar="[选项]",
    subcommand_metavar="[命令]",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="说出版本。")
@click.pass_context
def main(context: click.Context) -> None:
    """明白：把一棵内容树做成两个网站，公众网和局办公网。

    后面什么也不写就是 build。每个命令后面加 --help 看它的用法。
    """
    if context.invoked_subcommand is None:
        context.invoke(build)


for verb in (build, serve, check, list_, new, figures, explain, rollback, schema, forbid):
    verb.options_metavar = "[选项]"
    main.add_command(verb)


def run(name: str | None = None) -> None:
    """The program as one calls it, which ends when all is said and done.

    To take thousands of records apart one by one, as Python does at its end, costs more than many builds have to do.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # whoever started us may pass over it; no child's end would be heard
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # none may change what is read, and to look for them takes time
    try:
        main(prog_name=name)
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            raise
        with suppress(BrokenPipeError):  # nobody listens any more
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(end.code or 0)
