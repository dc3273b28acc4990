"""Evidence of how the programme is put together: its logic, links, parties, term, grounds, documents."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.checklist.facts import Collector, Facts, Piece, presence, share, shortened, shown
from munprog.diagnostics import Severity
from munprog.model.assessment import Mark
from munprog.validation import links
from munprog.validation.rules import unfinished


def _structure(facts: Facts) -> Iterator[Piece]:
    program = facts.program
    problems = program.analysis.problems if program.analysis else ()
    results = program.goals.results if program.goals else ()
    yield presence("Проблемы названы", problems, ("analysis", "problems"), figure=str(len(problems)))
    yield presence("Цель и задачи поставлены", program.tasks, ("goals",), figure=f"задач {len(program.tasks)}")
    yield presence("Планируемые результаты названы", results, ("goals", "results"), figure=str(len(results)))
    yield presence("Мероприятия названы", program.activities, ("plan",), figure=str(len(program.activities)))


def _links(facts: Facts) -> Iterator[Piece]:
    count = sum(1 for found in links.linked(facts.data) if found.path[0] != "expertise")
    yield presence("Разделы связаны обозначениями", count, ("goals",), figure=f"связей {count}")


def _coverage(facts: Facts) -> Iterator[Piece]:
    found = facts.coverage
    blocks = sum(1 for one in found.blocks if one.owner)
    lines = len({line.activity.path for one in found.blocks if one.owner for line in one.lines})
    mark = Mark.MISSING if not blocks or not lines else Mark.PARTLY if found.gaps else Mark.PRESENT
    figure = f"задач и направлений {blocks}, мероприятий при них {lines}, пробелов {len(found.gaps)}"
    yield Piece(
        "Матрица покрытия «проблема – задача – мероприятие – индикатор – деньги»", mark, ("goals", "tasks"), figure
    )
    for gap in found.gaps[:_GAPS]:
        yield Piece(gap.text, Mark.PARTLY, gap.path)
    if len(found.gaps) > _GAPS:
        yield shown(f"И ещё пробелов: {len(found.gaps) - _GAPS} – все показывает --matrix", ("goals", "tasks"))


_GAPS = 5


def _stakeholders(facts: Facts) -> Iterator[Piece]:
    yield share(
        "Заинтересованные стороны, интересы которых описаны",
        facts.program.general.stakeholders,
        lambda one: one.interests,
        ("program", "stakeholders"),
        none="Заинтересованных сторон не названо",
    )


def _term(facts: Facts) -> Iterator[Piece]:
    term, path = facts.program.general.term, ("program", "term")
    yield presence("Срок определён", term.printed, path, figure=term.printed)
    yield presence("Срок обоснован", term.justification, (*path, "justification"), quotation=term.justification)
    yield presence("Этапы описаны", term.stages, (*path, "stages"), figure=str(len(term.stages)))


def _grounds(facts: Facts) -> Iterator[Piece]:
    for ground in facts.program.general.grounds:
        yield shown("Основание", ground.path, quotation=ground.printed)


def _schools(facts: Facts) -> Iterator[Piece]:
    named = {found.id for found in links.linked(facts.data) if found.kind == "school"}
    yield share(
        "Школы-участники, о которых есть результаты, риски или мероприятия",
        facts.program.general.schools,
        lambda one: one.id in named or one.risks,
        ("program", "schools"),
        none="Школ-участниц не названо",
    )


def _order(facts: Facts) -> Iterator[Piece]:
    profile = facts.profile
    titles = [part.title for one in profile.documents if one.kind == "program" for part in one.parts] if profile else []
    if profile and titles:
        words = f"Разделы печатаются в порядке профиля «{shortened(profile.title)}»"
        yield presence(words, titles, ("program", "profile"), figure=f"разделов {len(titles)}")


def _abbreviations(facts: Facts) -> Iterator[Piece]:
    general = facts.program.general
    count = len(general.abbreviations) + len(general.terms)
    if count:
        yield presence("Сокращения и термины объяснены", count, ("program", "abbreviations"), figure=str(count))
    found = unfinished.unexplained(facts.program, facts.contents.texts, facts.setting("DOC025", unfinished.KNOWN))
    if found:
        words = ", ".join(found)
        yield Piece("Сокращения без расшифровки", Mark.PARTLY, next(iter(found.values())), str(len(found)), words)


def _documents(facts: Facts) -> Iterator[Piece]:
    """What is wrong with each stands beside it, among the findings."""
    path = ("program", "profile")
    if facts.looks is None:
        yield shown("Документы не просмотрены: их собирают, когда в программе нет ошибок", path)
        return
    if not facts.looks:
        yield Piece("Документов по этим данным не собирается", Mark.MISSING, path)
        return
    faulty = [one for one in facts.looks if any(found.severity is not Severity.NOTE for found in one.findings)]
    mark = Mark.PARTLY if faulty else Mark.PRESENT
    figure = f"{len(facts.looks) - len(faulty)} из {len(facts.looks)}"
    words = ", ".join(f"«{one.title}»" for one in faulty or facts.looks)
    yield Piece(
        "Собранные документы, оформленные по ГОСТ Р 7.0.97 без замечаний",
        mark,
        path,
        figure,
        f"кроме: {words}" if faulty else words,
    )


_CHAIN = ("analysis.problems", "goals.tasks", "plan.schedules", "indicators.indicators", "finance.rows")
DOCUMENTS = "documents"
_LOGIC = ("analysis.problems", "goals.goal", "goals.tasks", "goals.results", "plan.schedules")

COLLECTORS = {
    "structure": Collector("логическая структура", _LOGIC, _structure),
    "links": Collector("связи между разделами", ("analysis", "goals", "indicators", "plan", "finance"), _links),
    "coverage": Collector("матрица покрытия", _CHAIN, _coverage),
    "stakeholders": Collector("заинтересованные стороны", ("program.stakeholders",), _stakeholders),
    "term": Collector("срок и его обоснование", ("program.term",), _term),
    "grounds": Collector("основания", ("program.grounds",), _grounds),
    "schools": Collector("школы-участницы", ("program.schools",), _schools),
    "section-order": Collector("профиль программы", ("program.profile",), _order),
    "abbreviations": Collector("сокращения и термины", ("program.abbreviations", "program.terms"), _abbreviations),
    DOCUMENTS: Collector("профиль программы", ("program.profile",), _documents),
}
