"""Errors of usage in Russian: told by their class and attributes, never by click's English words, which change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click


def explained(error: click.ClickException) -> str:
    """What goes to stderr: how the command is used, where help is, what is wrong."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    usage = f"{ctx.get_usage()}\nСправка: {ctx.command_path} --help\n\n" if ctx else ""
    return f"{usage}Ошибка: {_continued(_message(error))}\n"


def _continued(sentence: str) -> str:
    """A sentence after a colon; a word in capitals at its start stays as it is."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence


def _message(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"нет параметра {error.option_name}.{_perhaps(error.possibilities)}"
        case click.BadOptionUsage():
            return _bad_option(error)
        case click.BadArgumentUsage():
            return "неверное число аргументов."
        case click.MissingParameter():
            return _missing(error.param)
        case click.BadParameter():
            return f"{_named(error.param)}: {error.message}" if error.param else error.message
        case click.FileError():
            return f"не удалось открыть файл «{error.ui_filename}»."
        case _:
            return error.message


def unknown_command(name: str, known: Iterable[str]) -> str:
    return f"нет команды «{name}».{_perhaps(similar(name, known))}"


def unexpected_arguments(values: Iterable[str]) -> str:
    return f"лишние аргументы: {', '.join(values)}."


def refusal(kind: click.ParamType[Any], value: object) -> str:
    """Why one of click's own types takes no such value."""
    match kind:
        case click.Choice():
            choices = ", ".join(str(choice) for choice in kind.choices)
            return f"значение «{value}» не подходит; можно: {choices}."
        case click.Path() | click.File():
            return _path_refusal(kind, Path(str(value)))
        case click.IntRange() | click.FloatRange():
            return f"нужно число{_range(kind)}, а не «{value}»."
        case _:
            number = kind in {click.INT, click.FLOAT}
            return f"нужно число, а не «{value}»." if number else f"значение «{value}» не подходит."


def similar(name: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, known)


def _perhaps(names: Iterable[str] | None) -> str:
    names = sorted(names or ())
    return f" Возможно, вы имели в виду {' или '.join(names)}." if names else ""


def _bad_option(error: click.BadOptionUsage) -> str:
    name = error.option_name
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    flag = any(isinstance(param, click.Option) and param.is_flag and name in param.opts for param in params)
    return f"параметр {name} пишется без значения." if flag else f"параметру {name} нужно значение."


def _missing(param: click.Parameter | None) -> str:
    if isinstance(param, click.Argument):
        return f"не хватает аргумента {param.human_readable_name}."
    return f"не хватает параметра {_spelling(param)}." if param else "не хватает параметра."


def _named(param: click.Parameter) -> str:
    if isinstance(param, click.Argument):
        return f"аргумент {param.human_readable_name}"
    return f"параметр {_spelling(param)}"


def _spelling(param: click.Parameter) -> str:
    return max(param.opts, key=len)


def _path_refusal(kind: click.ParamType[Any], path: Path) -> str:
    takes_files, takes_folders = getattr(kind, "file_okay", True), getattr(kind, "dir_okay", False)
    if not path.exists():
        wanted = "такого файла или папки" if takes_files and takes_folders else "такого файла"
        return f"нет {wanted if takes_files else 'такой папки'}: «{path}»."
    if path.is_dir() and not takes_folders:
        return f"это папка, а нужен файл: «{path}»."
    if path.is_file() and not takes_files:
        return f"это файл, а нужна папка: «{path}»."
    return f"нет доступа: «{path}»."


def _range(kind: click.IntRange | click.FloatRange) -> str:
    low = "" if kind.min is None else f" {'больше' if kind.min_open else 'от'} {kind.min}"
    high = "" if kind.max is None else f" {'меньше' if kind.max_open else 'до'} {kind.max}"
    return low + high
