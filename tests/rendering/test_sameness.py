"""Which files are the same template: what Word writes on its own says nothing, every word of the text does."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from munprog.rendering import TemplateFault
from munprog.rendering.sameness import template_digest
from munprog.resources import TEMPLATES

ORDER = (TEMPLATES / "order.docx").read_bytes()
BODY = "word/document.xml"
Edit = Callable[[str], str]


def edited(part: str = BODY, edit: Edit = lambda text: text, *, backwards: bool = False) -> bytes:
    """The template of the order with one part edited, packed anew."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ORDER)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        names = old.namelist()
        for name in reversed(names) if backwards else names:
            data = old.read(name)
            changed = edit(data.decode()).encode() if name == part else data
            assert name != part or changed != data or backwards
            new.writestr(name, changed)
    return target.getvalue()


def digest(data: bytes) -> str:
    return template_digest(data, name="order.docx")


def first(pattern: str, replacement: str) -> Edit:
    return lambda text: re.sub(pattern, replacement, text, count=1)


RUN = r'<w:r><w:t xml:space="preserve">([^<]{4})([^<]+)</w:t></w:r>'
SAVED_BY_WORD = {
    "order of the archive": edited(backwards=True),
    "properties": edited("docProps/core.xml", first("(</cp:coreProperties>)", r"<cp:revision>7</cp:revision>\1")),
    "marks of sessions": edited(edit=lambda text: text.replace("<w:p>", '<w:p w:rsidR="00A1" w:rsidP="00B2">')),
    "a run cut by the spelling checker": edited(
        edit=first(
            RUN,
            r'<w:r w:rsidR="0C1"><w:t xml:space="preserve">\1</w:t></w:r><w:proofErr w:type="spellStart"/>'
            r'<w:r><w:t xml:space="preserve">\2</w:t></w:r>',
        )
    ),
    "place of the last edit": edited(
        edit=first("(<w:r>)", r'<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:bookmarkEnd w:id="9"/>\1')
    ),
    "sessions in the settings": edited(
        "word/settings.xml",
        first("(</w:settings>)", r'<w:rsids><w:rsidRoot w:val="00A1"/><w:rsid w:val="00A1"/></w:rsids>\1'),
    ),
    "a namespace that nothing uses": edited(
        edit=first("<w:document ", '<w:document xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ')
    ),
    "indented": edited(edit=lambda text: text.replace("<w:p>", "\n  <w:p>")),
}
CHANGED = {
    "a word": edited(edit=first("(<w:t[^>]*>)", r"\1Х")),
    "spaces at an end": edited(edit=first(RUN, r'<w:r><w:t xml:space="preserve">\1\2  </w:t></w:r>')),
    "bold": edited(edit=first("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")),
    "a style": edited("word/styles.xml", first(r'<w:sz w:val="\d+"', '<w:sz w:val="99"')),
    "a margin": edited(edit=first(r'w:left="\d+"', 'w:left="1"')),
    "a header": edited("word/header1.xml", first("(<w:p>|<w:p [^>]*>)", r"\1<w:r><w:t>Х</w:t></w:r>")),
    "settings": edited("word/settings.xml", first("(</w:settings>)", r"<w:mirrorMargins/>\1")),
    "a bookmark": edited(edit=first("(<w:r>)", r'<w:bookmarkStart w:id="9" w:name="a"/><w:bookmarkEnd w:id="9"/>\1')),
}


@pytest.mark.parametrize("what", SAVED_BY_WORD)
def test_what_word_writes_on_its_own_says_nothing(what: str) -> None:
    assert SAVED_BY_WORD[what] != ORDER
    assert digest(SAVED_BY_WORD[what]) == digest(ORDER)


@pytest.mark.parametrize("what", CHANGED)
def test_what_a_person_changes_is_another_template(what: str) -> None:
    assert digest(CHANGED[what]) != digest(ORDER)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK no package", "TPL008"),
        (edited(edit=first("<w:body>", '<w:body><w:altChunk r:id="rId1"/>')), "TPL004"),
        (edited(edit=first("<w:document", "<!DOCTYPE x><w:document")), "TPL004"),
    ],
    ids=["no package", "altChunk", "DOCTYPE"],
)
def test_a_hostile_package_is_a_finding(data: bytes, code: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        digest(data)
    assert [one.code for one in caught.value.findings] == [code]
