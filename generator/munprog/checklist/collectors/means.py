"""Evidence of means: money, staff, management, control, monitoring, incentives."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.checklist.facts import Collector, Facts, Piece, listed, presence, share, shown
from munprog.model.finance import TOTAL
from munprog.model.finance_tree import Ledger, tree_of
from munprog.model.mechanisms import Mechanisms

_MANAGEMENT = ("mechanisms", "management")
_MONITORING = ("mechanisms", "monitoring")


def _money(facts: Facts) -> Iterator[Piece]:
    money = facts.program.finance
    financed = [one for one in facts.program.activities if one.financed]
    lacking = {gap.path[:-1] for gap in facts.coverage.gaps}
    if financed:
        yield share(
            "Финансируемые мероприятия, на которые есть деньги",
            financed,
            lambda one: one.path not in lacking,
            ("finance",),
        )
    else:
        yield shown("Мероприятий, отмеченных как финансируемые, в плане нет", ("plan",))
    tree = tree_of(facts.program)
    total = Ledger(money, facts.periods).figure(tree, TOTAL) if money and tree else None
    figure = money.form.in_sentence(total) if money and total else ""
    if figure or financed or money:
        yield presence("Объём финансирования определён", figure, ("finance",), figure=figure)
    else:
        yield shown("О финансировании в данных программы не сказано", ("finance",))


def _mechanism(facts: Facts) -> Iterator[Piece]:
    found = _mechanisms(facts)
    steps, approaches = (found.mechanism, found.approaches) if found else ((), ())
    yield presence(
        "Механизм реализации описан",
        steps,
        ("mechanisms", "mechanism"),
        figure=str(len(steps)),
        quotation=listed(steps),
    )
    kinds = ", ".join(one.kind for one in approaches)
    yield presence("Подходы названы", approaches, ("mechanisms", "approaches"), quotation=kinds)


def _management(facts: Facts) -> Iterator[Piece]:
    found = _mechanisms(facts)
    roles = {
        "steering": "Назван орган, который управляет программой",
        "control": "Назван орган, который контролирует программу",
        "analysis": "Назван орган, который проводит ежегодный анализ",
    }
    for key, words in roles.items():
        body = getattr(found.management, key) if found and found.management else ""
        (name,) = facts.program.names_of_bodies([body]) if body else ("",)
        yield presence(words, body, (*_MANAGEMENT, key), quotation=name)


def _group(facts: Facts) -> Iterator[Piece]:
    found = _mechanisms(facts)
    group = found.working_group if found else None
    coordinator = f"координатор: {group.coordinator}" if group else ""
    yield presence(
        "Рабочая группа создана", group, ("mechanisms", "working_group"),
        figure=f"функций {len(group.functions)}" if group else "", quotation=coordinator,
    )  # fmt: skip


def _monitoring(facts: Facts) -> Iterator[Piece]:
    found = _mechanisms(facts)
    kept = found.monitoring if found else None
    order, blocks = (kept.order, kept.blocks) if kept else ((), ())
    yield presence(
        "Порядок мониторинга описан", order, (*_MONITORING, "order"), figure=str(len(order)), quotation=listed(order)
    )
    yield share(
        "Блоки мониторинга, для которых сказано, что следует из анализа",
        blocks,
        lambda one: one.outcome,
        (*_MONITORING, "blocks"),
        none="Блоков мониторинга не названо",
    )


def _staffing(facts: Facts) -> Iterator[Piece]:
    found = _mechanisms(facts)
    lines = found.staffing if found else ()
    yield presence(
        "Кадровое обеспечение описано",
        lines,
        ("mechanisms", "staffing"),
        figure=str(len(lines)),
        quotation=listed(lines),
    )


def _incentives(facts: Facts) -> Iterator[Piece]:
    found = _mechanisms(facts)
    lines = found.incentives if found else ()
    if lines:
        yield shown("Стимулирование участников", ("mechanisms", "incentives"), quotation=listed(lines))
    else:
        yield shown("О стимулировании участников в программе не сказано", ("mechanisms",))


def _mechanisms(facts: Facts) -> Mechanisms | None:
    return facts.program.mechanisms


COLLECTORS = {
    "money": Collector("деньги на мероприятия", ("finance", "plan.schedules"), _money),
    "mechanism": Collector("механизмы и подходы", ("mechanisms.mechanism", "mechanisms.approaches"), _mechanism),
    "management": Collector("управление программой", ("mechanisms.management",), _management),
    "working-group": Collector("рабочая группа", ("mechanisms.working_group",), _group),
    "monitoring-order": Collector("порядок мониторинга", ("mechanisms.monitoring",), _monitoring),
    "staffing": Collector("кадровое обеспечение", ("mechanisms.staffing",), _staffing),
    "incentives": Collector("стимулирование участников", ("mechanisms.incentives",), _incentives),
}
