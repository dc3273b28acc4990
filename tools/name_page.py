"""docs/template-names.md, the names that templates may print, from their contract: `python tools/name_page.py`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from munprog.documents.offered import COMMON, OFFERED, Offered, Shape

PAGE = Path(__file__).resolve().parents[1] / "docs" / "template-names.md"
_NOTE = "<!-- Составлено tools/name_page.py по generator/munprog/documents/offered.py: править нужно там. -->"
_TAGS = {
    Shape.TEXT: "`{{ … }}`",
    Shape.FLOW: "`{{p … }}`",
    Shape.FLAG: "`{% if … %}`",
    Shape.LIST: "`{%p for … %}`",
    Shape.GROUP: "части через точку",
}
_TITLES = {
    "order": "Приказ и другие акты",
    "program": "Программа",
    "roadmap": "Дорожная карта",
    "regulation": "Положение",
    "appendix": "Приложение",
    "report": "Отчёт",
    "minutes": "Протокол",
    "approval_sheet": "Лист согласования",
    "opinion": "Экспертное заключение",
}


def page() -> str:
    parts = [
        f"# Имена для шаблонов\n\n{_NOTE}\n\n"
        "Что может напечатать шаблон документа каждого вида. `[]` – каждый в списке: `signatories[].name` печатают\n"
        "внутри `{%tr for signatory in signatories %}` тегом `{{ signatory.name }}`. Тот же список показывает команда\n"
        "`munprog templates check --context order`; как писать теги, сказано в [описании шаблонов](templates.md).",
        f"## Все документы программы\n\n{_table(COMMON)}",
    ]
    for kind, offered in OFFERED.items():
        own = tuple(one for one in offered if one not in COMMON or kind == "opinion")
        parts.append(f"## {_TITLES.get(kind, kind)} (`{kind}`)\n\n{_table(own)}")
    return "\n\n".join(parts) + "\n"


def _table(offered: tuple[Offered, ...]) -> str:
    return "\n".join(_rows(offered))


def _rows(offered: tuple[Offered, ...]) -> Iterator[str]:
    yield "| имя | тег | что это |"
    yield "|---|---|---|"
    for one in offered:
        meaning = re.sub(r"(\{%.*%\})", r"`\1`", one.meaning)
        yield f"| `{one.name}` | {_TAGS[one.shape]} | {meaning} |"


def main() -> None:
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text("utf-8") != page():
            sys.exit("docs/template-names.md is stale: python tools/name_page.py")
    else:
        PAGE.write_text(page(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
