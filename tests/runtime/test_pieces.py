"""A file of which only pieces are at hand."""

from io import SEEK_CUR, SEEK_END

from mediawright_runtime.pieces import PartialFile, Pieces


def pieces(*held):
    made = Pieces(100)
    for start, content in held:
        made.add(start, content)
    return made


def test_pieces_that_touch_or_overlap_read_as_one():
    held = pieces((3, b"defg"), (0, b"abcd"), (7, b"hi"), (20, b"x"), (30, b""))
    assert held.at(0, 100) == b"abcdefghi"
    assert held.at(2, 3) == b"cde"
    assert held.at(20, 5) == b"x"
    assert held.at(9, 1) == held.at(30, 1) == b""


def test_a_reader_notes_the_first_byte_that_it_lacks():
    file = PartialFile(pieces((0, b"abcd")), 100)
    assert (file.read(2), file.lacks) == (b"ab", None)
    assert (file.read(9), file.lacks) == (b"cd", 4)
    file.seek(0)
    assert (file.read(4), file.lacks) == (b"", 4)


def test_the_end_of_a_file_is_not_lacking():
    file = PartialFile(pieces((96, b"wxyz")), 100)
    assert file.seek(-4, SEEK_END) == 96
    assert (file.read(), file.tell(), file.read(5), file.lacks) == (b"wxyz", 100, b"", None)
    assert file.seek(-2, SEEK_CUR) == 98
    assert file.seek(500) == 500
    assert (file.read(1), file.lacks) == (b"", None)
