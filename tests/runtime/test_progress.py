import io

from mediawright_runtime.outcome import Progress
from mediawright_runtime.progress import Display, bar


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_one_line_that_overwrites_itself():
    stream = Terminal()
    display = Display(stream)
    display.show(Progress(2, 1, 0, 0, 0.0))
    display.show(Progress(1, 1, 1, 0, 0.01))
    display.show(Progress(0, 0, 2, 1, 1.0))
    display.close()
    lines = stream.getvalue().split("\r")
    assert len(lines) == 4
    assert lines[1].startswith("[........................] 0/3: 2 queued, 1 running, 0 done, 0 failed, 0 s")
    assert stream.getvalue().endswith("\n")


def test_elsewhere_a_plain_line_comes_every_few_seconds():
    stream = io.StringIO()
    display = Display(stream)
    for second in range(11):
        display.show(Progress(None, 1, second, 0, float(second)))
    display.close()
    assert [line.split(", ")[1] for line in stream.getvalue().splitlines()] == [
        "0 done",
        "5 done",
        "10 done",
        "10 done",
    ]


def test_nothing_to_do_is_all_done():
    assert bar(Progress(0, 0, 0, 0, 0.0)).startswith("[####")
    assert bar(Progress(None, 1, 0, 0, 0.0)) == ""
