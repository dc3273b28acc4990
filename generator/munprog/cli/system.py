"""What the operating system refused, in Russian whatever language it speaks."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "нет такого файла или папки",
    errno.EACCES: "нет доступа (возможно, файл открыт в другой программе)",
    errno.EPERM: "нет прав",
    errno.EEXIST: "такой файл или папка уже есть",
    errno.EISDIR: "это папка, а нужен файл",
    errno.ENOTDIR: "это файл, а нужна папка",
    errno.ENOTEMPTY: "папка не пуста",
    errno.ENOSPC: "на диске не осталось места",
    errno.EROFS: "носитель доступен только для чтения",
    errno.ENAMETOOLONG: "слишком длинное имя",
    errno.EMFILE: "открыто слишком много файлов",
    errno.ELOOP: "ссылки на файлы замкнулись в круг",
    errno.ECHILD: "рабочий процесс остановлен извне, возможно, не хватило памяти; попробуйте --jobs 1",
    errno.EIO: "носитель не читается или не пишется",
}


def reason(error: OSError) -> str:
    number = error.errno or 0
    why = _REASONS.get(number) or f"отказ операционной системы ({errno.errorcode.get(number, type(error).__name__)})"
    paths = " → ".join(f"«{name}»" for name in (error.filename, error.filename2) if name is not None)
    return f"{why}: {paths}." if paths else f"{why}."
