"""The command line: one verb for one question, one file for one verb. The only room that prints.

Exit codes are promises: 0 done · 1 problems in the content · 2 wrong usage · 3 the world (lock held, disk full) or
an internal fault · 4 the published site is not what was built.
"""

import click

from mingbai.cli.build import build
from mingbai.cli.check import check
from mingbai.cli.explain import explain
from mingbai.cli.rollback import rollback
from mingbai.cli.schema import schema
from mingbai.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(package_name="mingbai", message="明白 %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """明白：把一棵内容树做成两个网站，公众网和局办公网。

    不写命令就是 build。每个命令后面加 --help 看它的用法。
    """
    if context.invoked_subcommand is None:
        context.invoke(build)


for verb in (build, serve, check, explain, rollback, schema):
    main.add_command(verb)
