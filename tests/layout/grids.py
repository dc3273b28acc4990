"""Which places of a table its cells take, and what they say."""

from __future__ import annotations

from munprog.layout.grid import Row


def occupied(rows: tuple[Row, ...], width: int) -> list[list[str]]:
    """The text of each place; fails where a cell has no room, leaves a gap or runs out of the table."""
    places: list[list[str | None]] = [[None] * width for _ in rows]
    for at, row in enumerate(rows):
        for cell in row:
            column = places[at].index(None)
            for below in range(at, at + cell.rows):
                assert places[below][column : column + cell.columns] == [None] * cell.columns
                places[below][column : column + cell.columns] = ["|".join(cell.paragraphs)] * cell.columns
    filled = [[text for text in row if text is not None] for row in places]
    assert [len(row) for row in filled] == [width] * len(rows)
    return filled
