"""Small programmes for tests: plain data as the YAML holds them, and what is built from them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from munprog.layout.view import View
from munprog.model.build import build, construct
from munprog.model.profile import Profile
from munprog.model.program import Program

Data = dict[str, Any]

AUTHORITY: Data = {
    "name": "Управление образования",
    "genitive": "Управления образования",
    "place": "с. Приозерье",
    "head": {"position": "Начальник", "name": "А. В. Озерова"},
}
GENERAL: Data = {
    "id": "primer",
    "profile": "base",
    "title": "Поддержка школ",
    "municipality": {"name": "Приозерский район"},
    "region": {"name": "Верхнеозёрская область"},
    "authority": AUTHORITY,
    "bodies": [
        {"id": "управление", "name": "Управление образования", "short_name": "УО", "kind": "орган"},
        {"id": "центр", "name": "Методический центр", "kind": "организация"},
    ],
    "term": {"years": [2024, 2025]},
    "schools": [
        {
            "id": "заречье",
            "name": "Заречная школа",
            "short_name": "Заречная СОШ",
            "identified": "Низкие результаты ВПР",
            "group": "базово неуспевающие",
            "location": "с. Заречье",
            "risks": ["дефицит"],
        }
    ],
    "stakeholders": [{"id": "родители", "name": "Родители", "interests": ["качество", "безопасность"]}],
}
PASSPORT: Data = {
    "developers": ["управление"],
    "responsible": ["управление"],
    "coexecutors": ["центр"],
    "executors": ["управление", "центр"],
    "participants": ["центр"],
    "control": {"bodies": ["управление"], "text": "Отчёт раз в год."},
}
ANALYSIS: Data = {
    "conditions": {
        "used": [{"resource": "Библиотека", "use": "Читальный зал", "access": "Все школы"}],
        "develop": [{"resource": "Лаборатория", "need": "Приборы", "effect": "Опыты"}],
        "missing": [{"resource": "Мастерская", "need": "Станки", "effect": "Труды"}],
        "components": [{"kind": "система мониторинга", "state": "Работает"}],
    },
    "results": {
        "tables": [
            {
                "id": "впр-5",
                "procedure": "впр-математика-5",
                "title": "ВПР по математике",
                "unit": "%",
                "rows": [{"school": "заречье", "values": {"2023": "34,5", "2022": 40}}],
                "municipality": {"2023": 20},
            }
        ]
    },
    "risks": [{"id": "дефицит", "title": "Нехватка учителей", "schools": ["заречье"], "evidence": "Две вакансии"}],
    "problems": [
        {
            "id": "итоги",
            "title": "Слабые итоги",
            "desired": "10 %",
            "actual": "34 %",
            "causes": [{"kind": "ресурсы", "text": "нет учителя"}],
            "source": "ВПР",
        }
    ],
}
GOALS: Data = {
    "goal": {"text": "Снизить долю до 10 %.", "due": "31.12.2025", "measures": ["доля"]},
    "tasks": [
        {"id": "кадры", "title": "Закрыть вакансии", "due": "31.12.2024"},
        {"id": "уроки", "title": "Улучшить уроки", "due": "31.12.2025"},
    ],
    "results": [{"id": "итог", "text": "Доля снижена.", "tasks": ["кадры"]}],
}
MEASURE: Data = {
    "id": "доля",
    "title": "Доля несдавших",
    "unit": "%",
    "kind": "доля",
    "direction": "снижение",
    "accumulation": "на дату",
    "source": "Протоколы",
    "period": "раз в год",
    "base": {"year": 2023, "value": "34,5", "numerator": 69, "denominator": 200},
    "values": {"2024": 20, "2025": "10,0"},
}
INDICATORS: Data = {
    "indicators": [
        {
            "id": "успех",
            "title": "Успешность",
            "criterion": "Качество",
            "task": "кадры",
            "level": "школьный",
            "measures": [MEASURE],
        }
    ]
}
PLAN: Data = {
    "schedules": [
        {
            "id": "карта",
            "kind": "дорожная карта",
            "title": "Дорожная карта",
            "sections": [
                {
                    "id": "кадры",
                    "title": "Кадры",
                    "task": "кадры",
                    "activities": [
                        {
                            "id": "курсы",
                            "title": "Курсы",
                            "when": ["сентябрь 2024", {"when": "май", "note": "повторно"}],
                            "responsible": ["управление", "центр"],
                            "participants": ["центр"],
                            "result": "Обучены 5 учителей",
                            "resources": "Деньги",
                            "measures": ["доля"],
                            "realisation": {"2024": 5, "2025": "–"},
                        },
                        {
                            "id": "набор",
                            "title": "Набор учителей",
                            "when": "ежегодно",
                            "responsible": ["управление"],
                            "result": "Вакансий нет",
                            "realisation": "Объявлен набор",
                        },
                    ],
                }
            ],
        }
    ]
}
STAGED: Data = {
    "id": "этапы",
    "kind": "поэтапный перечень",
    "title": "Перечень",
    "stages": [
        {
            "id": "э1",
            "title": "1 этап",
            "when": "2024/2025",
            "components": [
                {
                    "title": "Обмен опытом",
                    "spans": [
                        {"when": "ноябрь 2024", "items": [{"text": "семинар", "schools": ["заречье"]}, "стол"]},
                        {"when": "май 2025", "items": ["итоги"]},
                    ],
                },
                {"title": "Анализ", "spans": [{"when": {"text": "по графику"}, "items": ["отчёт"]}]},
            ],
        }
    ],
}
FINANCE: Data = {
    "unit": "тыс. руб.",
    "decimals": 1,
    "sources": [
        {"id": "местный", "title": "Местный бюджет", "including": [{"id": "софин", "title": "Софинансирование"}]},
        {"id": "прочие", "title": "Прочие источники"},
    ],
    "rows": [
        {
            "activity": "курсы",
            "amounts": {"местный": {"2024": 100, "2025": "1 250,5"}, "софин": {"2024": 30}, "прочие": {"2024": "0,5"}},
        }
    ],
    "estimate": {
        "year": 2024,
        "rows": [
            {
                "activity": "курсы",
                "item": "Оплата",
                "works_from": "01.09.2024",
                "works_to": "30.09.2024",
                "received": "III квартал 2024",
                "amounts": {"местный": "100,0", "софин": 30},
            }
        ],
    },
}
MECHANISMS: Data = {
    "mechanism": ["совещания", "курсы"],
    "approaches": [{"kind": "целевой", "text": "по целям"}],
    "management": {"steering": "управление", "control": "управление", "analysis": "центр"},
    "monitoring": {
        "blocks": [{"kind": "нормативная база", "analyzed": "Акты", "outcome": "Справка"}],
        "order": ["сбор", "свод"],
    },
    "implementation_risks": [
        {
            "title": "Средства поступят поздно",
            "kind": "финансовый",
            "probability": "средняя",
            "impact": "высокое",
            "mitigation": ["закупки по частям"],
            "responsible": ["управление"],
        }
    ],
    "evaluation": {
        "criteria": [
            {
                "title": "Показатели",
                "weight": 1,
                "formula": "Σ СД / N",
                "source": "Отчёты",
                "points": ["90 % – 10 баллов"],
            }
        ],
        "grades": [{"title": "высокая", "min": "0,9", "max": "1,0", "meaning": "Хвалить"}],
    },
}
ORDER: Data = {
    "kind": "приказ",
    "title": "Об утверждении программы",
    "preamble": "В целях поддержки школ",
    "clauses": ["Утвердить программу."],
    "attachments": [{"document": "program", "kind": "программа", "title": "Программа"}],
    "signatories": [{"position": "Начальник", "name": "А. В. Озерова"}],
}
EXPERTISE: Data = {
    "experts": [{"id": "комиссия", "name": "Экспертная группа", "kind": "группа"}],
    "reviews": [
        {
            "expert": "комиссия",
            "kind": "экспертиза",
            "date": "20.03.2024",
            "answers": {"I.1": "да", "II.4": {"answer": "частично", "comment": "Не все."}},
        }
    ],
}
REPORT: Data = {
    "year": 2024,
    "text": ["Программа выполнялась."],
    "measures": [{"measure": "доля", "fact": 25, "reason": "Новая школа"}],
    "activities": [{"activity": "курсы", "status": "выполнено частично", "result": "Обучен 1", "reason": "Болезнь"}],
    "finance": [{"activity": "курсы", "fact": {"местный": "90,0", "прочие": "–"}, "reason": "Торги"}],
    "conclusions": ["Продолжать."],
}
SIGNOFF: Data = {
    "signoffs": [
        {
            "role": "head",
            "position": "Начальник",
            "name": "А. В. Озерова",
            "date": "20.12.2023",
            "scheme": "munprog-1",
            "digest": "0" * 64,
            "parts": {"program": "1" * 64},
            "signature": "U1NIU0lH",
        }
    ]
}
FULL: Mapping[str, Data] = {
    "program": {
        **GENERAL,
        "term": {
            "years": [2024, 2025],
            "stages": [{"id": "первый", "title": "Первый", "when": "2024", "content": ["Начало"]}],
        },
    },
    "passport": PASSPORT,
    "analysis": ANALYSIS,
    "goals": GOALS,
    "indicators": INDICATORS,
    "plan": {"schedules": [*PLAN["schedules"], STAGED]},
    "finance": FINANCE,
    "mechanisms": MECHANISMS,
    "order": ORDER,
    "expertise": EXPERTISE,
    "monitoring/2024": REPORT,
    "signoff": SIGNOFF,
}
"""Every section, so that every row source has something to offer."""


def program(sections: Mapping[str, Data] | None = None, /, **own: Data) -> Program:
    """The programme of these sections; program.yaml is the small one where it is not among them."""
    built, faults = build(deepcopy({"program": GENERAL, **(sections or {}), **own}))
    assert built is not None
    assert faults == ()
    return built


def profile(**own: Any) -> Profile:
    return construct(Profile, {"id": "p", "title": "П", **own}, ("profile",))


def view(of: Program | None = None, **own: Any) -> View:
    """A programme (all sections, if not given) under a profile of these keys."""
    return View.of(of or program(FULL), profile(**own))
