"""Rows of a schedule (МР-2023 table 4, roadmap of Приказ-2020): one for each activity under its section."""

from __future__ import annotations

from munprog.layout.records import Heading, Record, Records
from munprog.layout.view import View
from munprog.model.casing import small
from munprog.model.plan import Activity, Schedule, ScheduleSection
from munprog.model.profile import TableLayout


def activities(view: View, layout: TableLayout) -> Records:
    """Fields: number, activity, when, responsible, participants, performers (both), result, realisation,
    resources; series: realisation by period.

    `of` names the schedule by id or kind; without it the first one is taken.
    """
    schedule = schedule_of(view, layout.of)
    if schedule is None:
        return ()
    return tuple(_record(view, section, activity) for section in schedule.sections for activity in section.activities)


def schedule_of(view: View, wanted: str) -> Schedule | None:
    """The schedule of this id or kind, the first one where none is asked for."""
    schedules = view.program.schedules
    named = (one for one in schedules if wanted in (one.id, one.kind))
    return next(named, None) if wanted else next(iter(schedules), None)


def _record(view: View, section: ScheduleSection, activity: Activity) -> Record:
    responsible = view.program.labels_of_bodies(activity.responsible)
    participants = view.program.labels_of_bodies(activity.participants)
    fields: dict[str, str | tuple[str, ...]] = {
        "number": view.number(activity.path),
        "activity": activity.title,
        "when": tuple(moment.printed for moment in activity.when),
        "responsible": responsible,
        "participants": participants,
        "performers": _performers(view, activity),
        "result": activity.result,
        "resources": activity.resources,
    }
    series = {}
    if isinstance(activity.realisation, str):
        fields["realisation"] = activity.realisation or "–"
    else:
        series["realisation"] = {period: value.text for period, value in activity.realisation.items()}
    return Record(fields, series, groups=_groups(view, section, activity))


def _groups(view: View, section: ScheduleSection, activity: Activity) -> tuple[Heading, ...]:
    """The task or direction, which a table shows where it asks for it, then the section."""
    task = section.task or next(iter(activity.tasks), "")
    owner = view.owner_heading(task, "" if task else section.direction, shown=False)
    number = view.number(section.path)
    return (*owner, Heading(f"{number}. {section.title}", "section", number, section.title))


def _performers(view: View, activity: Activity) -> tuple[str, ...]:
    """Those responsible, one under another, then those who take part, inside a sentence."""
    responsible = view.program.labels_of_bodies(activity.responsible)
    participants = ", ".join(_inside(view, id) for id in activity.participants)
    return (*responsible, f"участвуют: {participants}") if participants else responsible


def _inside(view: View, id: str) -> str:
    """A name inside a sentence: groups and posts have no capital letter there."""
    (name,) = view.program.labels_of_bodies((id,))
    body = view.program.bodies.get(id)
    return small(name) if body and body.kind in ("группа", "должность") else name
