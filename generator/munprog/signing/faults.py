"""What keeps documents from being final, as findings: one for each role that has not signed."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import Finding, Place, Severity
from munprog.model.dates import format_date
from munprog.signing.standing import RoleStanding, Standing, State
from munprog.validation import Checked

FILE = "signoff.yaml"
_TEXTS = {
    State.MISSING: ("SGN010", "{title}: не согласовано"),
    State.CHANGED: ("SGN011", "{title}: содержание изменилось после согласования ({who})"),
    State.KEYLESS: ("SGN012", "{title}: согласовано без ключа ({who}) – это только запись, не подпись"),
    State.STRANGER: ("SGN013", "{title}: ключ, которым подписано согласование ({who}), не допущен"),
    State.NOT_HELD: ("SGN014", "{title}: владелец ключа {principal} этой роли не имеет ({who})"),
    State.FORGED: ("SGN015", "{title}: подпись не подходит к согласованию ({who})"),
    State.UNCHECKED: ("SGN016", "{title}: подпись не проверена ({who})"),
}
_HINTS = {
    State.MISSING: "Согласуйте: munprog sign {folder} --role {role} --key КЛЮЧ.",
    State.CHANGED: "Прочитайте, что изменилось, и согласуйте заново: munprog sign {folder} --role {role} --key КЛЮЧ.",
    State.KEYLESS: "Согласуйте с ключом: munprog sign {folder} --role {role} --key КЛЮЧ.",
    State.STRANGER: "Проверьте, чей это ключ и действовал ли он в день согласования; список ключей – allowed_signers.",
    State.NOT_HELD: "Согласовать должен тот, за кем роль закреплена в roles.yaml доверия.",
    State.FORGED: "Согласуйте заново: запись в signoff.yaml правили после подписи или взяли из другой программы.",
    State.UNCHECKED: "Назовите, чьим ключам доверять: --trust ПАПКА или --trust-ref origin/main.",
}


def missing(checked: Checked, standing: Standing) -> Iterator[Finding]:
    """One error for each role that has not signed, and one for an act without date or number."""
    for one in standing.roles:
        if one.state is not State.SIGNED:
            yield _of_role(checked, one)
    if not standing.registered:
        yield Finding(
            "SGN019",
            Severity.ERROR,
            "У акта нет даты или номера",
            checked.folder.sources["order"].place(("registration",)),
            "Зарегистрируйте акт: запишите date и number в registration файла order.yaml.",
        )


def told(one: RoleStanding) -> str:
    """What a role has come to, in a line."""
    if one.state is State.SIGNED:
        key = f", ключ {one.principal}" if one.principal else ""
        return f"{one.title}: согласовано – {_who(one)}{key}"
    return _TEXTS[one.state][1].format(title=one.title, who=_who(one), principal=one.principal)


def _of_role(checked: Checked, one: RoleStanding) -> Finding:
    folder = checked.folder
    written = folder.sources.get("signoff")
    place = written.place(one.entry.path[1:]) if written and one.entry else Place(f"{folder.name}/{FILE}")
    hint = _HINTS[one.state].format(folder=folder.name, role=one.role)
    return Finding(_TEXTS[one.state][0], Severity.ERROR, told(one), place, hint)


def _who(one: RoleStanding) -> str:
    return f"{one.entry.name}, {format_date(one.entry.date)}" if one.entry else ""
