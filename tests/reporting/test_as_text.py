"""What a person reads, to the letter."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.diagnostics import Finding, Place, Related, Severity, Waived
from munprog.reporting import FORMATS, Extent, Report, as_text

PLACE = Place("programs/primer/indicators.yaml", 41, 13, 41, 16, "      2025: 130")
TOO_HIGH = Finding(
    "IND004",
    Severity.ERROR,
    "Доля больше 100 %: 130",
    PLACE,
    hint="Проверьте значение или единицу измерения.",
    basis="МР-2023, табл. 2; R-IND-5",
    related=(Related(Place("programs/primer/goals.yaml", 7, 3, 7, 9, ""), "здесь – 90"),),
)


def report(*findings: Finding) -> Report:
    return Report(findings, Extent(programs=1, files=11), "0.1.0")


def at(excerpt: str, first: int, last: int, line: int = 5) -> Finding:
    """A finding on the characters from `first` up to `last`."""
    return Finding("STR001", Severity.ERROR, "Не так", Place("a.yaml", line, first, line, last, excerpt))


def quoted(finding: Finding, width: int = 110) -> list[str]:
    """The excerpt and the carets."""
    return as_text(report(finding), width=width).splitlines()[1:3]


def test_a_whole_report() -> None:
    warning = Finding("PLA001", Severity.WARNING, "Срок не указан", Place("programs/primer/plan.yaml"))
    assert as_text(report(warning, TOO_HIGH)) == (
        "programs/primer/indicators.yaml:41:13: IND004 ошибка: Доля больше 100 %: 130 (МР-2023, табл. 2; R-IND-5)\n"
        "  41 |       2025: 130\n"
        "     |             ^^^\n"
        "  Подсказка: Проверьте значение или единицу измерения.\n"
        "  см. также: programs/primer/goals.yaml:7:3: здесь – 90\n"
        "\n"
        "programs/primer/plan.yaml:1:1: PLA001 предупреждение: Срок не указан\n"
        "\n"
        "Проверено программ: 1, файлов: 11. Ошибок: 1, предупреждений: 1.\n"
    )


def test_waived_findings_are_counted_and_shown_where_wanted() -> None:
    waived = Waived(
        TOO_HIGH, "Методика\nизменилась", date(2026, 12, 31), Place("programs/primer/indicators.yaml", 30, 5)
    )
    whole = Report((), Extent(programs=1, files=11), "0.1.0", (waived,))
    summary = "Проверено программ: 1, файлов: 11. Замечаний нет. Исключений: 1.\n"
    assert as_text(whole) == summary
    assert (
        as_text(whole, show_waived=True)
        == (
            "programs/primer/indicators.yaml:41:13: IND004 исключение до 31.12.2026: Доля больше 100 %: 130 "
            "(МР-2023, табл. 2; R-IND-5)\n"
            "  41 |       2025: 130\n"
            "     |             ^^^\n"
            "  Причина: Методика\\nизменилась\n"
            "  записано: programs/primer/indicators.yaml:30:5\n"
            "\n"
        )
        + summary
    )


def test_a_clean_report() -> None:
    assert FORMATS["text"](report()) == "Проверено программ: 1, файлов: 11. Замечаний нет.\n"


@pytest.mark.parametrize(
    ("counts", "summary"),
    [
        ((2, 1, 0), "Ошибок: 2, предупреждений: 1."),
        ((1, 0, 0), "Ошибок: 1."),
        ((0, 21, 5), "Предупреждений: 21, замечаний: 5."),
        ((0, 0, 1), "Замечаний: 1."),
    ],
)
def test_the_summary_counts_what_there_is(counts: tuple[int, int, int], summary: str) -> None:
    severities = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    findings: list[Finding] = []
    for severity, count in zip(severities, counts, strict=True):
        findings += [replace(TOO_HIGH, severity=severity)] * count
    assert as_text(report(*findings)).splitlines()[-1] == f"Проверено программ: 1, файлов: 11. {summary}"


def test_severities_have_names() -> None:
    shown = [as_text(report(replace(TOO_HIGH, severity=severity))) for severity in Severity]
    assert [text.split("IND004 ")[1].split(":")[0] for text in shown] == ["ошибка", "предупреждение", "замечание"]


def test_order_of_findings_is_that_of_reading() -> None:
    findings = [
        Finding(code, Severity.ERROR, "Не так", Place(file, line, column))
        for file in ("a.yaml", "b.yaml")
        for line in (2, 10)
        for column in (1, 7)
        for code in ("STR001", "STR002")
    ]
    shuffled = random.Random(1).sample(findings, len(findings))
    assert report(*shuffled).findings == tuple(findings)


def test_carets_stand_under_a_value_after_a_tab() -> None:
    assert quoted(at("ab\tшкола: 1", 4, 9)) == [
        "  5 | ab  школа: 1",
        "    |     ^^^^^",
    ]


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert quoted(at("学校 и\u0306: да", 7, 9)) == [
        "  5 | 学校 и\u0306: да",
        "    |        ^^",
    ]
    assert quoted(at("学校: да", 1, 3)) == ["  5 | 学校: да", "    | ^^^^"]


def test_a_place_at_the_end_of_the_line_and_beyond_it_has_a_caret() -> None:
    assert quoted(at("id:", 4, 4)) == ["  5 | id:", "    |    ^"]
    assert quoted(at("id:", 40, 41)) == ["  5 | id:", "    |    ^"]


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    place = Place("a.yaml", 5, 3, 8, 2, "  цель: |")
    assert quoted(Finding("STR001", Severity.ERROR, "Не так", place)) == ["  5 |   цель: |", "    |   ^^^^^^^"]


@pytest.mark.parametrize("excerpt", ["", "   "])
def test_a_place_without_text_is_not_quoted(excerpt: str) -> None:
    assert as_text(report(at(excerpt, 1, 1))).splitlines()[1] == ""


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "а" * 200 + "ОШИБКА" + "б" * 200
    assert quoted(at(line, 201, 207), width=36) == [
        "  5 | …" + "а" * 11 + "ОШИБКА" + "б" * 11 + "…",
        "    | " + " " * 12 + "^^^^^^",
    ]


def test_a_long_line_is_cut_on_one_side_where_the_place_is_at_its_end() -> None:
    assert quoted(at("ОШИБКА" + "б" * 200, 1, 7), width=26)[0] == "  5 | ОШИБКА" + "б" * 12 + "…"
    assert quoted(at("а" * 200 + "ОШИБКА", 201, 207), width=26)[0] == "  5 | …" + "а" * 12 + "ОШИБКА"


def test_a_place_longer_than_the_screen_shows_its_beginning() -> None:
    assert quoted(at("ключ: " + "я" * 500, 7, 507), width=26) == [
        "  5 | …" + "я" * 18 + "…",
        "    |  " + "^" * 18,
    ]


@given(st.text("аb学\t\u0306\x1b\u202e", max_size=60), st.integers(1, 70), st.integers(0, 70), st.integers(26, 60))
def test_carets_never_leave_the_line(text: str, first: int, length: int, width: int) -> None:
    lines = quoted(at(f"x{text}", first, first + length), width)
    marked = lines[1].split("| ")[1]
    assert re.fullmatch(" *\\^+", marked)
    assert len(lines[1]) <= width + 1


def test_control_characters_are_spelt_out_wherever_they_come_from() -> None:
    evil = "до\x1b[31m\x07\r\n\u202e\u200b\x9b\ud800после"
    place = Place(f"{evil}.yaml", 1, 1, 1, 2, f"ж{evil}")
    finding = Finding("STR001", Severity.ERROR, evil, place, evil, evil, (Related(place, evil),))
    shown = as_text(report(finding))
    spelt = "до\\x1b[31m\\x07\\r\\n\\u202e\\u200b\\x9b\\ud800после"
    assert shown.count(spelt) == 7
    assert not re.search("[^\\x20-\\x7e\\nА-яЁё]", shown)


def test_non_breaking_spaces_stay() -> None:
    assert "100\u00a0%" in as_text(report(replace(TOO_HIGH, message="Доля больше 100\u00a0%")))


def test_colour_adds_nothing_but_colour() -> None:
    plain, coloured = as_text(report(TOO_HIGH)), as_text(report(TOO_HIGH), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31mIND004 ошибка:\x1b[0m" in coloured
    assert f"\x1b[1;31m{' ' * 12}^^^\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


def test_a_line_as_long_as_a_file_takes_no_time() -> None:
    finding = at("я" * 5_000_000, 2_500_000, 2_500_003)
    assert len(as_text(report(*[finding] * 200))) < 100_000
