"""Why a document cannot be built, or comes out badly: what only the build can know, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from munprog.diagnostics import Finding, Place, Severity
from munprog.model.profile import DocumentLayout
from munprog.model.references import dangling
from munprog.source import texts
from munprog.workspace import read_folder


def no_template(document: DocumentLayout) -> Finding:
    return Finding(
        "BLD001",
        Severity.ERROR,
        f"Для документа «{document.title}» нет шаблона {document.template}",
        Place(f"templates/{document.template}"),
        "Положите шаблон в папку templates или поправьте ключ template в профиле.",
    )


def dangling_references(folder: Path, references: tuple[str, ...]) -> Iterator[Finding]:
    """One for each text of the programme with such a reference; what no section says, the profile does."""
    sources = read_folder(folder).sources
    for reference in references:
        places = [
            source.place(path)
            for source in sources.values()
            for path, text in texts(source.data)
            if reference in dangling(text)
        ]
        for place in places or [sources["program"].place(("profile",))]:
            yield Finding(
                "DOC001",
                Severity.ERROR,
                f"Ссылка {reference} ни к чему не ведёт: в документах программы этого нет или оно без номера",
                place,
                "Сошлитесь на то, что печатается с номером, или уберите ссылку.",
                "ГОСТ Р 7.0.97-2025, п. 5.18",
            )


def tight_tables(folder: Path, document: DocumentLayout, captions: Iterable[str]) -> Iterator[Finding]:
    """One for each table of a document whose words break on any sheet."""
    place = read_folder(folder).sources["program"].place(("profile",))
    for caption in captions:
        which = f"«{caption}»" if caption else "без названия"
        yield Finding(
            "CFG026",
            Severity.WARNING,
            f"В документе «{document.title}» таблица {which} не помещается на альбомный лист: длинные слова разорваны",
            place,
            "Уберите bands: never, уменьшите буквы (letters: 8), объедините графы или сократите длинные слова в шапке.",
        )
