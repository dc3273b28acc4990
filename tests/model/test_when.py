"""Every form in which the time of an activity may be written."""

from __future__ import annotations

from datetime import date

import pytest

from munprog.model.when import Moment, parse_moment

DAYS = [
    ("15.09.2024", "15.09.2024", "2024-09-15", "2024-09-15"),
    ("2024-09-15", "15.09.2024", "2024-09-15", "2024-09-15"),
    ("15 сентября 2024 г.", "15.09.2024", "2024-09-15", "2024-09-15"),
    ("01.09.2024 – 31.12.2024", "01.09.2024 – 31.12.2024", "2024-09-01", "2024-12-31"),
    ("01.09.2024-31.12.2024", "01.09.2024 – 31.12.2024", "2024-09-01", "2024-12-31"),
    ("1 сентября 2024 г. — 31 мая 2025 г.", "01.09.2024 – 31.05.2025", "2024-09-01", "2025-05-31"),
    ("15.09.2024 – 15.09.2024", "15.09.2024", "2024-09-15", "2024-09-15"),
    ("сентябрь 2024", "сентябрь 2024", "2024-09-01", "2024-09-30"),
    ("Сентябрь 2024 года", "Сентябрь 2024", "2024-09-01", "2024-09-30"),
    ("февраль 2024", "февраль 2024", "2024-02-01", "2024-02-29"),
    ("сентябрь – декабрь 2024", "сентябрь – декабрь 2024", "2024-09-01", "2024-12-31"),
    ("август-сентябрь 2024 г.", "август – сентябрь 2024", "2024-08-01", "2024-09-30"),
    ("сентябрь 2024 – май 2025", "сентябрь 2024 – май 2025", "2024-09-01", "2025-05-31"),
    ("сентябрь – май 2025", "сентябрь – май 2025", "2024-09-01", "2025-05-31"),
    ("сентябрь 2024 – май", "сентябрь 2024 – май", "2024-09-01", "2025-05-31"),
    ("2024", "2024 год", "2024-01-01", "2024-12-31"),
    ("2024 год", "2024 год", "2024-01-01", "2024-12-31"),
    ("2024–2026", "2024–2026 годы", "2024-01-01", "2026-12-31"),
    ("2024–2024", "2024 год", "2024-01-01", "2024-12-31"),
    ("2024 - 2026 гг.", "2024–2026 годы", "2024-01-01", "2026-12-31"),
    ("2024/2025", "2024/2025 учебный год", "2024-09-01", "2025-08-31"),
    ("2024/2025 учебный год", "2024/2025 учебный год", "2024-09-01", "2025-08-31"),
    ("I квартал 2024", "I квартал 2024 года", "2024-01-01", "2024-03-31"),
    ("III квартал 2024", "III квартал 2024 года", "2024-07-01", "2024-09-30"),
    ("III – III кварталы 2024", "III квартал 2024 года", "2024-07-01", "2024-09-30"),
    ("IV квартал 2024 года", "IV квартал 2024 года", "2024-10-01", "2024-12-31"),
    ("I–II кварталы 2025 г.", "I–II кварталы 2025 года", "2025-01-01", "2025-06-30"),
    ("сентябрь\u00a02024\n– май  2025", "сентябрь 2024 – май 2025", "2024-09-01", "2025-05-31"),
]
RECURRENCES = [
    "ежегодно",
    "ежегодно, май",
    "Ежемесячно",
    "ежеквартально",
    "еженедельно",
    "постоянно",
    "в течение года",
    "в течение учебного года",
    "в течение срока",
    "в течение всего срока реализации программы",
    "весь период",
    "по мере необходимости",
    "один раз в год",
    "2 раза в месяц",
    "ежегодно, до 15 сентября",
]
UNKNOWN = [
    "",
    "скоро",
    "30.02.2024",
    "01.09.2024 – 31.09.2024",
    "15 сентября",
    "сентябрь, ноябрь 2024",
    "V квартал 2024",
    "до",
    "до скорого",
    "24 год",
    "сентября2024",
    "ежегодно май",
    "2024/2025/2026",
    "0000",
    "январь 0000",
    "I квартал 0000",
    "0000/0001",
    "01.01.0000",
]
BACKWARDS = [
    "31.12.2024 – 01.01.2024",
    "2026–2024",
    "IV – I кварталы 2025",
    "сентябрь 2025 – май 2024",
    "май 2024 – апрель 2024",
    "2025/2024",
    "2024/2024",
    "2024/2026",
    "до 31.12.2024 – 01.01.2024",
]


def moment(text: str) -> Moment:
    found = parse_moment(text)
    assert found is not None
    return found


@pytest.mark.parametrize(("written", "text", "first", "last"), DAYS)
def test_words_that_name_days(written: str, text: str, first: str, last: str) -> None:
    assert moment(written) == Moment(text, date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", [text for _, text, _, _ in DAYS])
def test_canonical_words_stay_as_they_are(text: str) -> None:
    assert moment(text).text == text


@pytest.mark.parametrize(("written", "first", "last"), [(written, first, last) for written, _, first, last in DAYS])
def test_days_do_not_depend_on_the_period(written: str, first: str, last: str) -> None:
    found = moment(written).within(date(2030, 1, 1), date(2030, 12, 31))
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("written", RECURRENCES)
def test_recurrence_keeps_its_words_and_covers_the_period(written: str) -> None:
    period = date(2024, 6, 1), date(2026, 12, 31)
    found = moment(written)
    assert found == Moment(written, recurs=True)
    assert found.within(*period) == period


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("сентябрь", (9, 9)),
        ("сентябрь – май", (9, 5)),
        ("III квартал", (7, 9)),
        ("I–II кварталы", (1, 6)),
    ],
)
def test_words_without_a_year_name_months(written: str, months: tuple[int, int]) -> None:
    assert moment(written) == Moment(written, months=months)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("сентябрь", "2024-09-01", "2024-09-30"),
        ("декабрь", "2024-12-01", "2024-12-31"),
        ("январь", "2025-01-01", "2025-01-31"),
        ("май", "2025-05-01", "2025-05-31"),
        ("ноябрь – февраль", "2024-11-01", "2025-02-28"),
        ("январь – март", "2025-01-01", "2025-03-31"),
        ("IV квартал", "2024-10-01", "2024-12-31"),
        ("II квартал", "2025-04-01", "2025-06-30"),
        ("III квартал", "2024-07-01", "2024-09-30"),
        ("июль – август", "2025-07-01", "2025-08-31"),
        ("июль – декабрь", "2024-07-01", "2024-12-31"),
        ("май – апрель", "2024-05-01", "2025-04-30"),
    ],
)
def test_months_inside_a_period_that_crosses_the_new_year(written: str, first: str, last: str) -> None:
    found = moment(written).within(date(2024, 9, 1), date(2025, 8, 31))
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


def test_month_in_which_the_period_begins_is_that_of_its_first_year() -> None:
    found = moment("сентябрь").within(date(2024, 9, 15), date(2026, 8, 31))
    assert found == (date(2024, 9, 1), date(2024, 9, 30))


@pytest.mark.parametrize(
    ("written", "text", "last"),
    [
        ("до 15.09.2024", "до 15.09.2024", "2024-09-15"),
        ("До 15 сентября 2024 г.", "До 15.09.2024", "2024-09-15"),
        ("до декабря 2024", "до декабря 2024", "2024-12-31"),
        ("до сентября", "до сентября", "2024-09-30"),
        ("до мая", "до мая", "2025-05-31"),
        ("До Декабря 2024 г.", "До декабря 2024", "2024-12-31"),
        ("до 2025 года", "до 2025 года", "2025-12-31"),
        ("до III квартала 2024", "до III квартала 2024", "2024-09-30"),
        ("до  III\u00a0квартала 2024 года", "до III квартала 2024 года", "2024-09-30"),
        ("до 2024/2025 учебного года", "до 2024/2025 учебного года", "2025-08-31"),
        ("не позднее 15.09.2024", "не позднее 15.09.2024", "2024-09-15"),
        ("Не позднее 15 сентября 2024 года", "Не позднее 15.09.2024", "2024-09-15"),
        ("не позднее IV квартала 2025 г.", "не позднее IV квартала 2025 г.", "2025-12-31"),
    ],
)
def test_deadline_runs_from_the_start_of_the_period(written: str, text: str, last: str) -> None:
    found = moment(written)
    assert (found.text, found.deadline, found.recurs) == (text, True, False)
    assert found.within(date(2024, 6, 1), date(2026, 12, 31)) == (date(2024, 6, 1), date.fromisoformat(last))


def test_deadline_before_the_period_is_a_single_day() -> None:
    found = moment("до 15.09.2020").within(date(2024, 6, 1), date(2026, 12, 31))
    assert found == (date(2020, 9, 15), date(2020, 9, 15))


@pytest.mark.parametrize("written", ["сентябрь 2024", "до 15.09.2024", "ежегодно, май"])
def test_note_is_printed_in_brackets(written: str) -> None:
    found = parse_moment(written, "по графику")
    assert found is not None
    assert found.note == "по графику"
    assert found.printed == f"{written} (по графику)"
    assert moment(written).printed == written


@pytest.mark.parametrize("written", BACKWARDS)
def test_end_before_its_start(written: str) -> None:
    assert parse_moment(written) is None


@pytest.mark.parametrize("written", UNKNOWN)
def test_words_in_no_known_form(written: str) -> None:
    assert parse_moment(written) is None
