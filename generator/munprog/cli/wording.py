"""click in Russian: what it writes into help pages, and where it takes offence at what a user typed.

What is said on errors is in `usage`, imported once there is one: help is to be quick.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from munprog.cli import output

_Decorated = TypeVar("_Decorated", bound="Callable[..., Any] | click.Command")

_METAVARS: dict[type[click.ParamType[Any]], str] = {
    click.Path: "ПУТЬ",
    click.File: "ФАЙЛ",
    click.IntRange: "ЧИСЛО",
    click.FloatRange: "ЧИСЛО",
    type(click.INT): "ЧИСЛО",
    type(click.FLOAT): "ЧИСЛО",
}


def command(name: str) -> Callable[[Callable[..., Any]], Command]:
    """The docstring of the function is the command's help."""
    return click.command(name, cls=Command)


def option(*names: str, **attributes: Any) -> Callable[[_Decorated], _Decorated]:
    return click.option(*names, cls=Option, **attributes)


def argument(name: str, *, about: str, **attributes: Any) -> Callable[[_Decorated], _Decorated]:
    return click.argument(name, cls=Argument, about=about, **attributes)


class HelpFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Использование: ")


class Context(click.Context):
    formatter_class = HelpFormatter


class Worded(click.Command):
    """Help pages in Russian, and errors that know where they arose."""

    context_class = Context

    def __init__(self, *args: Any, **attributes: Any) -> None:
        attributes.setdefault("options_metavar", "[ПАРАМЕТРЫ]")
        super().__init__(*args, **attributes)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            # click's parser leaves it out of some of its errors; help and the kind of an option hang on it.
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        help_option = super().get_help_option(ctx)
        if help_option:
            help_option.help = "Показать эту справку и закончить."
            help_option.callback = _show_help
        return help_option

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_arguments(ctx, formatter)
        self.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)
        self.format_epilog(ctx, formatter)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        arguments = [param for param in self.get_params(ctx) if isinstance(param, Argument)]
        _section(formatter, "Аргументы", [(param.human_readable_name, param.about) for param in arguments])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option) and not param.hidden]
        _section(formatter, "Параметры", [(_spelt(param), _described(param)) for param in options])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """A command has none; a group lists its own."""


class Command(Worded):
    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            from munprog.cli.usage import unexpected_arguments

            raise click.UsageError(unexpected_arguments(extra), ctx)
        return extra


class Typed(click.Parameter):
    """A parameter that says in Russian why a value is refused."""

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as error:
            # Types of ours speak Russian themselves.
            if not type(self.type).__module__.startswith("click."):
                raise
            from munprog.cli.usage import refusal

            raise click.BadParameter(refusal(self.type, self._culprit(ctx, value)), ctx, self) from error

    def _culprit(self, ctx: click.Context, value: Any) -> Any:
        """The one among several values that the type does not take."""
        values = value if isinstance(value, list | tuple) else [value]
        return next((one for one in values if not self._takes(ctx, one)), value)

    def _takes(self, ctx: click.Context, value: Any) -> bool:
        try:
            self.type(value, self, ctx)
        except click.BadParameter:
            return False
        return True


class Option(Typed, click.Option):
    pass


class Argument(Typed, click.Argument):
    def __init__(self, *args: Any, about: str, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.about = about

    @property
    def human_readable_name(self) -> str:
        return self.metavar or _metavar(self)

    def make_metavar(self, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        name = self.human_readable_name if self.required else f"[{self.human_readable_name}]"
        return name if self.nargs == 1 else f"{name}..."


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        output.say(ctx.get_help() + "\n")
        ctx.exit()


def _section(formatter: click.HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _spelt(param: click.Option) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    others = f" / {', '.join(param.secondary_opts)}" if param.secondary_opts else ""
    return names + others if param.is_flag or param.count else f"{names} {param.metavar or _metavar(param)}"


def _described(param: click.Option) -> str:
    remarks = ["обязательный"] if param.required else []
    if param.show_default and param.default is not None:
        remarks.append(f"по умолчанию\u00a0{param.default}")
    remark = f"  [{'; '.join(remarks)}]" if remarks else ""
    return f"{param.help or ''}{remark}"


def _metavar(param: click.Parameter) -> str:
    if isinstance(param.type, click.Choice):
        return "|".join(str(choice) for choice in param.type.choices)
    return _METAVARS.get(type(param.type), "ТЕКСТ")
