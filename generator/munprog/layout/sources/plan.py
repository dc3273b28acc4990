"""Rows of a schedule (МР-2023 table 4, roadmap of Приказ-2020): one for each activity under its section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from munprog.layout.records import Heading, Record, Records, Text
from munprog.layout.sources.indicators import measures
from munprog.layout.sources.marks import marks_at, marks_of
from munprog.layout.view import View
from munprog.model.casing import small
from munprog.model.listing import punctuated
from munprog.model.periods import period_short
from munprog.model.plan import Activity, ContentItem, Schedule, ScheduleSection, ScheduleStage
from munprog.model.profile import ColumnLayout, TableLayout
from munprog.model.timing import bounds


def activities(view: View, layout: TableLayout) -> Records:
    """Fields: number, activity, when, begins, ends, responsible, participants, performers (both), result, consequences,
    measures (titles) and indicators (numbers) it serves, schools, realisation, resources; series: realisation and when
    by period, mark («+») by year, quarter, period of the term and stage.

    `of` names the schedule by id or kind; without it the first one is taken. Performers in words stand with the
    participants, where the table shows these, else with those responsible.
    """
    schedule = schedule_of(view, layout)
    if schedule is None:
        return ()
    apart = not {"participants", "performers"}.isdisjoint(_fields(layout.columns))
    names = _Names(view, introduce=layout.introduce)
    return tuple(
        _record(view, schedule, section, activity, names, apart=apart)
        for section in schedule.sections
        for activity in section.activities
    )


def activity_measures(view: View, layout: TableLayout) -> Records:
    """Fields and series of activities and of measures (number is the activity's), a row for each measure of an
    activity; one that serves no measure has one row."""
    schedule = schedule_of(view, layout)
    known = {one.id: record for one, record in zip(view.program.measures, measures(view, layout), strict=True)}
    found = (activity for section in (schedule.sections if schedule else ()) for activity in section.activities)
    return tuple(
        replace(
            record,
            fields={**measured.fields, **record.fields},
            series={**measured.series, **record.series},
            parent=activity.id,
        )
        for activity, record in zip(found, activities(view, layout), strict=True)
        for measured in [known[id] for id in activity.measures if id in known] or [Record()]
    )


def staged(view: View, layout: TableLayout) -> Records:
    """Fields: number, when, component, content, for each period of each component; series: mark; stages are the
    heads (R-PLA-3)."""
    schedule = schedule_of(view, layout)
    return tuple(
        Record(
            {
                "number": str(at),
                "when": tuple(moment.printed for moment in span.when),
                "component": component.title,
                "content": tuple(f"{place}. {_of_schools(view, item)}" for place, item in enumerate(span.items, 1)),
            },
            marks_at(view.program.general.term, span.when),
            parent=f"{stage.id} {at}",
            groups=(Heading(_stage_title(stage), "stage", title=stage.title),),
        )
        for stage in (schedule.stages if schedule else ())
        for at, component in enumerate(stage.components, 1)
        for span in component.spans
    )


def schedule_of(view: View, layout: TableLayout) -> Schedule | None:
    """The schedule of the id or kind that the table asks for; else the first one that has rows for it."""
    if layout.of:
        return next((one for one in view.program.schedules if layout.of in (one.id, one.kind)), None)
    return next((one for one in view.program.schedules if one.stages or "staged" not in layout.rows), None)


def _fields(columns: Iterable[ColumnLayout]) -> Iterator[str]:
    for column in columns:
        yield column.field
        yield from _fields(column.columns)


def _stage_title(stage: ScheduleStage) -> str:
    when = ", ".join(moment.printed for moment in stage.when)
    return f"{stage.title}, {when}" if when else stage.title


def _of_schools(view: View, item: ContentItem) -> str:
    """«мастер-класс (СОШ № 1, СОШ № 2)»."""
    names = {one.id: one.short_name for one in view.program.general.schools}
    schools = ", ".join(names.get(id, id) for id in item.schools)
    return f"{item.text} ({schools})" if schools else item.text


@dataclass(slots=True)
class _Names:
    """The names of bodies down a table: where it introduces them, the first of each is «полное (далее – краткое)»."""

    view: View
    introduce: bool
    _met: set[str] = field(default_factory=set)

    def of(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Those that one row prints, by id."""
        listed = tuple(dict.fromkeys(ids))
        found = dict(zip(listed, self.view.program.labels_of_bodies(listed), strict=True))
        for id in listed if self.introduce else ():
            body = self.view.program.bodies.get(id)
            if body and body.short_name and id not in self._met:
                found[id] = f"{body.name} (далее – {body.short_name})"
        self._met.update(listed)
        return found


def _record(
    view: View, schedule: Schedule, section: ScheduleSection, activity: Activity, names: _Names, *, apart: bool
) -> Record:
    named = names.of((*activity.responsible, *(activity.participants if apart else ())))
    responsible = tuple(named[id] for id in activity.responsible)
    fields: dict[str, Text] = {
        "number": schedule.numbering.activities.around(view.number(activity.path)),
        "activity": activity.title,
        "responsible": responsible if apart else (*responsible, *activity.others),
        "participants": (*(named.get(id, id) for id in activity.participants), *activity.others),
        "performers": _performers(view, activity, named),
        "result": activity.result,
        "resources": activity.resources,
        "consequences": activity.consequences,
        **_served(view, activity),
        "when": _when(activity),
        "realisation": _realisation(activity),
    }
    general = view.program.general
    fields["begins"], fields["ends"] = bounds(general.term, activity)
    series: dict[str, Mapping[str, str]] = {}
    if marks := marks_of(general.term, activity):
        series["mark"] = marks
    if not isinstance(activity.realisation, str):
        series["realisation"] = {period: value.text for period, value in activity.realisation.items()}
    if activity.calendar:
        series["when"] = {
            period: ", ".join(moment.printed for moment in moments) for period, moments in activity.calendar.items()
        }
    return Record(fields, series, groups=_groups(view, schedule, section, activity))


def _served(view: View, activity: Activity) -> dict[str, Text]:
    """The measures that the activity moves, the numbers of their indicators, and the schools it is for."""
    known = view.program.items["measure"]
    owners = {one.id: view.number(owner.path) for owner in view.program.all_indicators for one in owner.measures}
    schools = {one.id: one.short_name for one in view.program.general.schools}
    numbers = dict.fromkeys(owners[id] for id in activity.measures if id in owners)
    return {
        "measures": tuple(known[id].title for id in activity.measures if id in known),  # type: ignore[attr-defined]
        "indicators": ", ".join(numbers),
        "schools": ", ".join(schools.get(id, id) for id in activity.schools),
    }


def _groups(view: View, schedule: Schedule, section: ScheduleSection, activity: Activity) -> tuple[Heading, ...]:
    """The subprogramme, the task or direction, which a table shows where it asks for them, then the section where it
    bears a title."""
    task = section.task or next(iter(activity.tasks), "")
    owner = view.owner_heading(task, "" if task else section.direction, shown=False)
    owner = (*view.subprogram_heading(task, section.id), *owner)
    if not section.title:
        return owner
    number = view.number(section.path)
    text = f"{schedule.numbering.sections.around(number)} {section.title}".lstrip()
    return (*owner, Heading(text, "section", number, section.title))


def _when(activity: Activity) -> tuple[str, ...]:
    """The moments, then those given by period, each period in a line of its own."""
    by_period = (
        f"{period_short(period)} – {', '.join(moment.printed for moment in moments)}"
        for period, moments in activity.calendar.items()
    )
    return (*(moment.printed for moment in activity.when), *by_period)


def _realisation(activity: Activity) -> Text:
    """The text in its lines, or the values by period where the table has one column for all of them."""
    if isinstance(activity.realisation, str):
        lines = activity.realisation.splitlines()
        return tuple(lines) if len(lines) > 1 else activity.realisation
    return punctuated(f"{period_short(period)} – {value.text}" for period, value in activity.realisation.items())


def _performers(view: View, activity: Activity, named: Mapping[str, str]) -> tuple[str, ...]:
    """Those responsible, one under another, then those who take part, inside a sentence."""
    responsible = tuple(named[id] for id in activity.responsible)
    inside = (_inside(view, id, named.get(id, id)) for id in activity.participants)
    participants = ", ".join((*inside, *activity.others))
    return (*responsible, f"участвуют: {participants}") if participants else responsible


def _inside(view: View, id: str, name: str) -> str:
    """A name inside a sentence: groups and posts have no capital letter there."""
    body = view.program.bodies.get(id)
    return small(name) if body and body.kind in ("группа", "должность") else name
