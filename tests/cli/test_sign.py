"""`munprog sign` and `munprog verify`: what a forger tries, and what an office does."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from munprog import resources
from munprog.cli import main
from munprog.rendering import parts_digest
from tests.cli.conftest import Run
from tests.keys import Office, make_office

SIGNED = [
    "  Ответственный разработчик: согласовано – Е. П. Брусничкина, 18.12.2023, ключ author@uo.example.org",
    "  Руководитель органа управления образованием: согласовано – А. В. Озерова, 20.12.2023, ключ head@uo.example.org",
    "  Регистратор: согласовано – Н. А. Озёрная, 25.12.2023, ключ registrar@uo.example.org",
    "  Итог: документы окончательные.",
]
HEAD = "  Руководитель органа управления образованием: "


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return make_office(tmp_path_factory.mktemp("office") / "keys")


@pytest.fixture
def signed(example: Path, office: Office) -> Path:
    """The example, registered and signed by everybody."""
    shutil.copytree(office.signed, example, dirs_exist_ok=True)
    return example


def verified(run: Run, office: Office, *more: str) -> list[str]:
    """What is said of the roles; the exit code agrees with it."""
    result = run("verify", "--trust", str(office.trust), *more)
    lines = result.stdout.splitlines()[1:-1]
    assert result.exit_code == (0 if lines[-1] == SIGNED[-1] else 1), result.output
    return lines


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"«{old}» in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Т", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.mark.usefixtures("signed")
def test_everybody_has_signed(run: Run, office: Office) -> None:
    assert verified(run, office) == SIGNED
    assert run("validate").exit_code == run("fmt", "--check").exit_code == 0


def test_layout_undoes_nothing(run: Run, signed: Path, office: Office) -> None:
    edit(
        signed / "order.yaml", "kind: приказ\nplace: с. Приозерье\n", "place: с. Приозерье  # село\n\nkind: 'приказ'\n"
    )
    edit(signed / "goals.yaml", "due: 31.12.2026", "due: 2026-12-31")
    assert verified(run, office) == SIGNED


FORGERIES: dict[str, tuple[Callable[[Path, Office], object], str]] = {
    "a value": (
        lambda at, _: edit(at / "indicators.yaml", "2025: 86.0", "2025: 87.0"),
        "содержание изменилось после согласования (А. В. Озерова, 20.12.2023) [SGN011]",
    ),
    "a profile of the workspace": (
        lambda at, _: own_profile(at),
        "содержание изменилось после согласования (А. В. Озерова, 20.12.2023) [SGN011]",
    ),
    "a template of the workspace": (
        lambda at, _: own_template(at),
        "содержание изменилось после согласования (А. В. Озерова, 20.12.2023) [SGN011]",
    ),
    "another date": (
        lambda at, _: edit(at / "signoff.yaml", "20.12.2023", "19.12.2023"),
        "подпись не подходит к согласованию (А. В. Озерова, 19.12.2023) [SGN015]",
    ),
    "another name": (
        lambda at, _: edit(at / "signoff.yaml", "А. В. Озерова", "И. И. Лугов"),
        "подпись не подходит к согласованию (И. И. Лугов, 20.12.2023) [SGN015]",
    ),
    "the author's signature in the head's role": (
        lambda at, _: borrowed(at),
        "владелец ключа author@uo.example.org этой роли не имеет (А. В. Озерова, 20.12.2023) [SGN014]",
    ),
    "no signature": (
        lambda at, _: without_signature(at),
        "согласовано без ключа (А. В. Озерова, 20.12.2023) – это только запись, не подпись [SGN012]",
    ),
    "an entry taken away": (lambda at, _: without_head(at), "не согласовано [SGN010]"),
}


def digits(at: Path, part: str) -> None:
    text = (at / "signoff.yaml").read_text("utf-8")
    (at / "signoff.yaml").write_text(re.sub(f"(      {part}: )[0-9a-f]+", r"\g<1>" + "0" * 64, text), "utf-8")


def resigned(at: Path) -> None:
    """All digests of the changed content, the signatures of the former."""
    before = (at / "signoff.yaml").read_text("utf-8")
    edit(at / "goals.yaml", "due: 31.12.2026", "due: 30.12.2026")
    for role in ("author", "head", "registrar"):
        CliRunner().invoke(main, ["sign", str(at), "--role", role, "--date", "20.12.2023"])
    signatures = re.findall("    signature: .*\n", before)
    top, *now = entries(at)
    (at / "signoff.yaml").write_text(top + "".join(map("".join, zip(now, signatures, strict=True))), "utf-8")


def own_profile(at: Path, more: str = "signatures: none\n", change: tuple[str, str] = ("", "")) -> None:
    profiles = at.parents[1] / "schemas" / "profiles"
    profiles.mkdir(parents=True)
    text = (resources.SCHEMAS / "profiles" / "komi-2023.yaml").read_text("utf-8")
    assert change[0] in text
    (profiles / "komi-2023.yaml").write_text(f"{text.replace(*change)}\n{more}", "utf-8")


def own_template(at: Path, folder: str = "") -> None:
    templates = at.parents[1] / "templates" / folder
    templates.mkdir(parents=True)
    shutil.copy(resources.TEMPLATES / "roadmap.docx", templates / "order.docx")


def entries(at: Path) -> list[str]:
    return re.split(r"(?m)^(?=  - role)", (at / "signoff.yaml").read_text("utf-8"))


def borrowed(at: Path) -> None:
    top, author, head, registrar = entries(at)
    of_author = re.search("signature: (.*)", author)
    assert of_author
    head = re.sub("signature: .*", f"signature: {of_author[1]}", head)
    (at / "signoff.yaml").write_text(top + author + head + registrar, "utf-8")


def without_signature(at: Path) -> None:
    top, author, head, registrar = entries(at)
    (at / "signoff.yaml").write_text(top + author + re.sub("    signature: .*\n", "", head) + registrar, "utf-8")


def without_head(at: Path) -> None:
    top, author, _, registrar = entries(at)
    (at / "signoff.yaml").write_text(top + author + registrar, "utf-8")


@pytest.mark.parametrize("what", FORGERIES)
def test_no_edit_of_a_change_under_review_passes(run: Run, signed: Path, office: Office, what: str) -> None:
    forge, said = FORGERIES[what]
    forge(signed, office)
    lines = verified(run, office)
    assert HEAD + said in lines
    assert lines[-1] == "  Итог: документы – проект."


def test_the_key_of_a_stranger(run: Run, signed: Path, office: Office) -> None:
    again = ["--role", "head", "--date", "20.12.2023", "--key", str(office.keys["stranger"])]
    assert run("sign", str(signed), *again).exit_code == 0
    assert HEAD + ("ключ, которым подписано согласование (А. В. Озерова, 20.12.2023), не допущен [SGN013]") in verified(
        run, office
    )


def test_a_signed_programme_under_another_name_is_not_signed(run: Run, signed: Path, office: Office) -> None:
    copy = signed.with_name("ozernoe-2024")
    shutil.copytree(signed, copy)
    edit(copy / "program.yaml", "id: priozerye-2024", "id: ozernoe-2024")
    assert verified(run, office, str(copy))[-1] == "  Итог: документы – проект."
    edit(copy / "program.yaml", "id: ozernoe-2024", "id: priozerye-2024")
    result = run("verify", str(copy), "--trust", str(office.trust))
    assert (result.exit_code, "munprog validate" in result.stdout) == (1, True)


def test_date_and_number_are_the_registrars(run: Run, signed: Path, office: Office) -> None:
    edit(signed / "order.yaml", "381-од", "382-од")
    assert verified(run, office) == [
        *SIGNED[:2],
        "  Регистратор: содержание изменилось после согласования (Н. А. Озёрная, 25.12.2023) [SGN011]",
        "    изменилось: дата и номер акта",
        "  Итог: документы – проект.",
    ]


def test_differences_in_words_from_the_history(run: Run, signed: Path, office: Office) -> None:
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "согласовано")
    edit(signed / "goals.yaml", "due: 31.12.2026", "due: 30.12.2026")
    edit(signed / "order.yaml", "25.12.2023", "26.12.2023")
    git("commit", "--quiet", "--all", "--message", "правка")
    lines = verified(run, office)
    assert lines[1] == "    Цель, срок: 31.12.2026 → 30.12.2026"
    # The date of the act is what the registrar has signed, and nobody else.
    assert [line for line in lines if "егистрация" in line] == ["    Регистрация, дата: 25.12.2023 → 26.12.2023"]
    assert "  Регистратор: содержание изменилось после согласования (Н. А. Озёрная, 25.12.2023) [SGN011]" in lines


@pytest.mark.usefixtures("signed")
def test_trust_of_the_base_branch_and_none_of_the_change(run: Run, office: Office, tmp_path: Path) -> None:
    git("init", "--quiet")
    shutil.copytree(office.trust, tmp_path / "trust")
    git("add", "--all")
    git("commit", "--quiet", "--message", "основа")
    assert run("verify", "--trust-ref", "HEAD").stdout.splitlines()[1:-1] == SIGNED
    edit(tmp_path / "trust" / "roles.yaml", "needed: [author, head]", "needed: [author]")
    assert run("verify", "--trust-ref", "HEAD").exit_code == 0
    refused = run("verify", "--trust", "trust")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "часть проверяемого репозитория" in refused.stderr
    (tmp_path / "link").symlink_to(office.trust)
    git("add", "link")
    assert run("verify", "--trust", "link").exit_code == 2


CHANGED = "содержание изменилось после согласования (А. В. Озерова, 20.12.2023) [SGN011]"
STRANGER = f"{HEAD}ключ, которым подписано согласование (А. В. Озерова, 20.12.2023), не допущен [SGN013]"
ERRORS = "  В программе есть ошибки: их показывает munprog validate."


@pytest.mark.parametrize(
    ("forge", "said"),
    [
        pytest.param(
            lambda at: (at / "sections" / "extra.yaml").write_text("title: Ещё\nblocks: [Выдать деньги.]\n", "utf-8"),
            ERRORS,
            id="a section more",
        ),
        pytest.param(
            lambda at: (at / "sections" / "extra.yaml").symlink_to(at / "sections" / "relevance.yaml"),
            ERRORS,
            id="a link for a section",
        ),
        pytest.param(
            lambda at: own_profile(at, "signoffs: []\nsignatures: none\n"), ERRORS, id="a profile that needs nobody"
        ),
        pytest.param(
            lambda at: own_profile(at, "", ("extends: base", "extends: perm-2023")),
            HEAD + CHANGED,
            id="a profile on another base",
        ),
        pytest.param(lambda at: own_template(at, "komi-2023"), HEAD + CHANGED, id="a template of this profile alone"),
        pytest.param(lambda at: digits(at, "goals"), ERRORS, id="another digest of a part"),
        pytest.param(
            lambda at: resigned(at),
            f"{HEAD}подпись не подходит к согласованию (А. В. Озерова, 20.12.2023) [SGN015]",
            id="digests of the changed content",
        ),
    ],
)
def test_nothing_that_decides_on_documents_can_be_changed(
    run: Run, signed: Path, office: Office, forge: Callable[[Path], object], said: str
) -> None:
    forge(signed)
    lines = run("verify", "--trust", str(office.trust)).stdout.splitlines()
    assert said in lines
    assert SIGNED[-1] not in lines
    assert run("build", "--final", "--trust", str(office.trust), "--output", "final").exit_code == 1
    assert not Path("final").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("", SIGNED[1]),
        ('namespaces="munprog-signoff" ', SIGNED[1]),
        ('namespaces="git" ', f"{HEAD}подпись не подходит к согласованию (А. В. Озерова, 20.12.2023) [SGN015]"),
        ('valid-before="20231219" ', STRANGER),
        ('valid-after="20231221" ', STRANGER),
        ("cert-authority ", STRANGER),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("signed")
def test_options_of_a_key(run: Run, office: Office, tmp_path: Path, options: str, said: str) -> None:
    trust = shutil.copytree(office.trust, tmp_path / "elsewhere" / "trust")
    edit(trust / "allowed_signers", "head@uo.example.org ", f"head@uo.example.org {options}")
    assert said in run("verify", "--trust", str(trust)).stdout.splitlines()


@pytest.mark.usefixtures("signed")
def test_a_pattern_of_names_gives_no_role_to_those_it_fits(run: Run, office: Office, tmp_path: Path) -> None:
    trust = shutil.copytree(office.trust, tmp_path / "elsewhere" / "trust")
    edit(trust / "allowed_signers", "head@uo.example.org ", "*@uo.example.org ")
    said = f"{HEAD}владелец ключа *@uo.example.org этой роли не имеет (А. В. Озерова, 20.12.2023) [SGN014]"
    assert said in run("verify", "--trust", str(trust)).stdout.splitlines()


def test_an_act_without_a_key_for_date_and_number_is_not_registered(run: Run, signed: Path, office: Office) -> None:
    text = (signed / "order.yaml").read_text("utf-8")
    (signed / "order.yaml").write_text(re.sub(r"(?m)^registration:\n(  .*\n)+", "", text), "utf-8")
    assert "  У акта нет даты или номера [SGN019]" in verified(run, office)
    refused = run("sign", str(signed), "--role", "registrar")
    assert (refused.exit_code, refused.stderr.startswith("Ошибка: регистратор ручается за дату и номер акта")) == (
        2,
        True,
    )


@pytest.mark.usefixtures("signed")
def test_a_tag_that_is_called_like_the_branch_is_not_trusted(run: Run, office: Office, tmp_path: Path) -> None:
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "основа без доверия")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    shutil.copytree(office.trust, tmp_path / "trust")
    git("add", "--all")
    git("commit", "--quiet", "--message", "своё доверие")
    git("tag", "origin/main")
    for command in ("verify", "build"):
        refused = run(command, "--trust-ref", "origin/main")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "имя «origin/main» носят и ветка, и тег" in refused.stderr


def test_drafts_alone_whoever_has_signed(run: Run, signed: Path, office: Office, tmp_path: Path) -> None:
    own_profile(signed)
    for role in ("author", "head", "registrar"):
        assert run("sign", str(signed), "--role", role).exit_code == 0
    assert run("build", "--draft").exit_code == 0
    assert all("ПРОЕКТ" in text_of(path) for path in (tmp_path / "output" / signed.name).glob("*.docx"))
    assert run("build", "--draft", "--final", "--trust", str(office.trust)).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--trust-ref", "no-such"], "Ошибка: здесь нет репозитория git, поэтому ревизию «no-such» взять неоткуда.\n"),
        (["--trust", "empty"], "Ошибка: нет файла allowed_signers в папке доверия «empty».\n"),
        (["--trust", "damaged"], "Ошибка: список доверия повреждён – damaged/roles.yaml:1: "),
    ],
)
def test_a_trust_that_cannot_be_had(run: Run, example: Path, arguments: list[str], said: str) -> None:
    for name in ("empty", "damaged"):
        Path(name).mkdir()
    Path("damaged/allowed_signers").write_text("", "utf-8")
    Path("damaged/roles.yaml").write_text("needed: head\n", "utf-8")
    result = run("verify", str(example), *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(said)


def test_without_trust_no_signature_counts(run: Run, signed: Path) -> None:
    result = run("verify", str(signed))
    assert result.exit_code == 1
    assert f"{HEAD}подпись не проверена (А. В. Озерова, 20.12.2023) [SGN016]" in result.stdout.splitlines()


def test_signing_anew_replaces_and_keeps_the_others(run: Run, signed: Path) -> None:
    edit(signed / "signoff.yaml", "  - role: author", "  # первое\n  - role: author")
    edit(signed / "goals.yaml", "due: 31.12.2026", "due: 30.12.2026")
    before = entries(signed)
    assert run("sign", str(signed), "--role", "head", "--date", "26.12.2023").exit_code == 0
    after = entries(signed)
    assert [after[0], after[1], after[3]] == [before[0], before[1], before[3]]
    assert "name: А. В. Озерова\n    date: 26.12.2023\n" in after[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--role", "haed"], "Ошибка: роли «haed» в профиле нет; есть: author, head, registrar.\n"),
        (["--role", "head"], "Ошибка: назовите, кто согласует: --name «А. В. Озерова» и, если нужно, --position"),
        (["--role", "registrar", "--name", "Х"], "Ошибка: регистратор ручается за дату и номер акта: запишите их"),
        (["--role", "head", "--name", "Х", "--key", "no-key"], "Ошибка: ключом «no-key» подписать не удалось: "),
    ],
)
def test_what_cannot_be_signed_is_one_clear_line(run: Run, example: Path, arguments: list[str], said: str) -> None:
    Path("no-key").write_text("x", "utf-8")
    result = run("sign", str(example), *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(said)
    assert not (example / "signoff.yaml").exists()


def test_a_programme_with_errors_and_a_damaged_file(run: Run, signed: Path, office: Office) -> None:
    edit(signed / "signoff.yaml", "digest: ", "digest: 0")
    result = run("sign", str(signed), "--role", "head")
    assert result.exit_code == 1
    assert "signoff.yaml:" in result.stdout
    assert run("verify", "--trust", str(office.trust)).exit_code == 1


@pytest.mark.usefixtures("signed")
def test_without_ssh_keygen(run: Run, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("verify", "--trust", str(office.trust))
    assert result.exit_code == 2
    assert result.stderr.startswith("Ошибка: не найдена программа ssh-keygen (OpenSSH 8.9 или новее)")


def test_findings_for_programs(run: Run, example: Path) -> None:
    found = json.loads(run("verify", str(example), "--format", "json").stdout)["findings"]
    assert sorted(one["code"] for one in found) == ["SGN010", "SGN010", "SGN010", "SGN019"]


def test_documents_are_drafts_until_all_have_signed(run: Run, signed: Path, office: Office, tmp_path: Path) -> None:
    trust = ("--trust", str(office.trust))
    output = tmp_path / "output" / signed.name
    without_head(signed)
    refused = run("build", "--final", *trust)
    assert refused.exit_code == 1
    assert "SGN010 ошибка: Руководитель органа управления образованием: не согласовано" in refused.stdout
    assert not output.exists()
    assert run("build", *trust).exit_code == 0
    assert "ПРОЕКТ" in text_of(output / "order.docx")
    shutil.copytree(office.signed, signed, dirs_exist_ok=True)
    assert run("build").exit_code == 0  # nobody's keys are trusted
    assert "ПРОЕКТ" in text_of(output / "order.docx")
    assert run("build", "--final", *trust).exit_code == 0
    assert all("ПРОЕКТ" not in text_of(path) for path in output.glob("*.docx"))
    sheet = text_of(output / "approval_sheet.docx")
    assert "Внутреннее согласование" in sheet
    assert "Делопроизводитель" in sheet
    assert "18.12.2023" in sheet
    manifest = json.loads((output / "manifest.json").read_text("utf-8"))
    assert manifest["draft"] is False
    assert [one["role"] for one in manifest["signed"]["signoffs"]] == ["author", "head", "registrar"]


def test_a_profile_may_need_no_keys_and_verify_says_so(run: Run, signed: Path, office: Office) -> None:
    profiles = signed.parents[1] / "schemas" / "profiles"
    profiles.mkdir(parents=True)
    text = (resources.SCHEMAS / "profiles" / "komi-2023.yaml").read_text("utf-8")
    (profiles / "komi-2023.yaml").write_text(f"{text}\nsignatures: none\n", "utf-8")
    for role in ("author", "head", "registrar"):
        assert run("sign", str(signed), "--role", role).exit_code == 0
    said = run("verify", str(signed))
    assert said.exit_code == 0
    assert "  Подписи ключом не требуются: согласования – записи" in said.stdout
    assert run("build", "--final").exit_code == 0
    # Where there is a trust, it has to say so, too.
    assert run("verify", str(signed), "--trust", str(office.trust)).exit_code == 1


DOCUMENTS: dict[str, tuple[Callable[[Path, Path], object], list[str]]] = {
    "as built": (lambda *_: None, []),
    "an edited document": (
        lambda output, _: edited(output / "order.docx"),
        ["order.docx: отличается от документа, который получается из согласованного содержания [SGN017]",
         "manifest.json: о документе order.docx сказано не то [SGN018]"],
    ),
    "an edited document and an edited manifest": (
        lambda output, _: remade(output),
        ["order.docx: отличается от документа, который получается из согласованного содержания [SGN017]",
         "manifest.json: о документе order.docx сказано не то [SGN018]"],
    ),
    "something behind the document": (
        lambda output, _: (output / "order.docx").write_bytes((output / "order.docx").read_bytes() + b"x"),
        ["order.docx: отличается от документа, который получается из согласованного содержания [SGN017]",
         "manifest.json: о документе order.docx сказано не то [SGN018]"],
    ),
    "an extra document": (
        lambda output, _: shutil.copy(output / "order.docx", output / "extra.docx"),
        ["extra.docx: такого документа у программы нет [SGN017]"],
    ),
    "a document that is gone": (
        lambda output, _: (output / "order.docx").unlink(),
        ["manifest.json: нет документа order.docx [SGN018]"],
    ),
    "no manifest": (
        lambda output, _: (output / "manifest.json").unlink(),
        ["manifest.json: описи нет или она повреждена [SGN018]"],
    ),
    "a sign-off in the manifest": (
        lambda output, _: edit(output / "manifest.json", "А. В. Озерова", "И. И. Лугов"),
        ["manifest.json: о согласованном содержании сказано не то [SGN018]"],
    ),
    "signed documents, changed content": (
        lambda _, program: edit(program / "goals.yaml", "due: 31.12.2026", "due: 30.12.2026"),
        [f"{name}: содержание программы не согласовано [SGN017]"
         for name in ("approval_sheet.docx", "order.docx", "program.docx", "roadmap.docx")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DOCUMENTS)
def test_every_document_that_comes_from_nothing_signed_is_named(
    run: Run, signed: Path, office: Office, tmp_path: Path, what: str
) -> None:
    forge, expected = DOCUMENTS[what]
    output = tmp_path / "output" / signed.name
    shutil.copytree(office.built(), output)
    forge(output, signed)
    result = run("verify", "--trust", str(office.trust), "--output", "output")
    named = [line.partition(f"output/{signed.name}/")[2] for line in result.stdout.splitlines() if "  output/" in line]
    assert named == expected
    assert result.exit_code == (1 if expected else 0)


def test_documents_of_no_programme(run: Run, signed: Path, office: Office, tmp_path: Path) -> None:
    shutil.copytree(office.built(), tmp_path / "output" / "ozernoe-2024")
    result = run("verify", str(signed), "--trust", str(office.trust), "--output", "output", "--format", "json")
    found = json.loads(result.stdout)["findings"]
    assert {one["code"] for one in found} == {"SGN017"}
    assert len(found) == 5
    assert result.exit_code == 1


def test_documents_of_former_builds_go_and_others_stay(run: Run, example: Path, tmp_path: Path) -> None:
    output = tmp_path / "output" / example.name
    profiles = tmp_path / "schemas" / "profiles"
    profiles.mkdir(parents=True)
    own = "id: own\ntitle: Свой\nextends: komi-2023\nrules: {STR011: {severity: off}}\n"
    (profiles / "own.yaml").write_text(own, "utf-8")
    assert run("build", "--profile", "own").exit_code == 0
    assert (output / "approval_sheet.docx").exists()
    (output / "mine.docx").write_bytes(b"x")
    (tmp_path / "secret.docx").write_bytes(b"x")
    edit(
        output / "manifest.json", '"documents": {', '"unfinished": ["../../secret.docx", "old.docx"],\n  "documents": {'
    )
    (output / "old.docx").write_bytes(b"x")
    order = (example / "order.yaml").read_text("utf-8")
    (example / "order.yaml").write_text(order[: order.index("approvals:")], "utf-8")
    assert run("build", "--profile", "own").exit_code == 0
    assert {path.name for path in output.glob("*.docx")} == {"mine.docx", "order.docx", "program.docx", "roadmap.docx"}
    assert (tmp_path / "secret.docx").exists()


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
    return "".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", "".join(parts)))


def edited(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("Брусничкин".encode(), "Лугов".encode(), 1) + b"\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def remade(output: Path) -> None:
    edited(output / "order.docx")
    path = output / "manifest.json"
    value = json.loads(path.read_text("utf-8"))
    data = (output / "order.docx").read_bytes()
    value["documents"]["order.docx"] |= {"sha256": sha256(data).hexdigest(), "parts": parts_digest(data)}
    path.write_text(json.dumps(value), "utf-8")
