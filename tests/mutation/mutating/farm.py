"""Judges mutants of modules: one forked process each, in which the mutant stands in for its module from the start.

The parent has imported what is slow to import and no module that is mutated, so a mutant costs what its tests cost.
"""

import importlib
import os
import resource
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from types import CodeType
from typing import NamedTuple

import pytest

from mutating.modules import ROOT, Module
from mutating.mutant import STILLBORN, Mutant, Verdict

SECONDS = (40, 60, 240)
"""Of a processor, by stage: longer than any suite takes; what lasts longer waits for an end that does not come."""
WAITING = 5
"""So many times as long on the clock, as the processor may have others to serve."""
MEMORY = 3 << 30
QUIET = ("-x", "-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", "-p", "no:warnings", "-W", "default")

Suites = tuple[tuple[str, ...], ...]
"""Test files by stage: a later one is run only where all before found nothing."""


class Case(NamedTuple):
    """One mutant of a module, the tests that may notice it, and what is prepared before they run."""

    mutant: Mutant
    module: Module | None
    suites: Suites
    prepare: Callable[[], None] | None = None


class SuiteError(Exception):
    """Tests cannot judge: they fail on what is not mutated, or none were found."""


def judge(cases: Iterable[Case], jobs: int, *, shown: bool = False) -> Iterator[Verdict]:
    """Run the tests of every mutant, `jobs` at a time, and say which test noticed it."""
    waiting = [(case, 0) for case in reversed(list(cases))]
    running: dict[int, _Run] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            run = _start(*waiting.pop(), shown=shown)
            running[run.process] = run
        run, noticed = _finished(running)
        if noticed is None and run.stage + 1 < len(run.case.suites):
            waiting.append((run.case, run.stage + 1))
        else:
            yield Verdict(run.case.mutant, noticed)


def check_suites(suites: Iterable[Sequence[str]]) -> None:
    """Make sure that tests pass on what is not mutated, or every mutant would be noticed by them.

    Raises:
        SuiteError: they do not.
    """
    files = tuple(dict.fromkeys(file for suite in suites for file in suite))
    run = _start(Case(None, None, (files,)), 0, shown=False, seconds=sum(SECONDS))
    _, noticed = _finished({run.process: run})
    if noticed is not None:
        raise SuiteError(f"{noticed} fails without a mutant; correct it first")


class _Run(NamedTuple):
    process: int
    case: Case
    stage: int
    told: int


def _start(case, stage, *, shown, seconds=None):
    told, tell = os.pipe()
    sys.stdout.flush()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # no thread is running whose lock the child could inherit
        process = os.fork()
    if process == 0:
        os.close(told)
        os._exit(_in_child(case, stage, tell, shown=shown, seconds=seconds or SECONDS[stage]))
    os.close(tell)
    return _Run(process, case, stage, told)


def _in_child(case, stage, tell, *, shown, seconds):
    os.setsid()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(WAITING * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if not shown:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
    try:
        if case.module is not None and not _loads(case.module, case.mutant.make()):
            os.write(tell, STILLBORN.encode())
            return int(pytest.ExitCode.INTERRUPTED)
        if case.prepare:
            case.prepare()
        return int(pytest.main([*QUIET, *case.suites[stage]], plugins=[_Teller(tell)]))
    except BaseException as error:  # noqa: BLE001 (a mutant may break anything, also what runs the tests)
        os.write(tell, f"{type(error).__name__} outside of tests".encode())
        return int(pytest.ExitCode.INTERNAL_ERROR)


def _finished(running):
    process, status = os.wait()
    run = running.pop(process)
    with os.fdopen(run.told, "rb") as pipe:
        told = pipe.read().decode(errors="replace")
    _end_group(process)
    if os.WIFSIGNALED(status):
        endless = os.WTERMSIG(status) in {signal.SIGALRM, signal.SIGXCPU, signal.SIGKILL}
        return run, "no end" if endless else "a crash"
    code = os.WEXITSTATUS(status)
    if code == pytest.ExitCode.NO_TESTS_COLLECTED:
        raise SuiteError(f"there are no tests in {', '.join(run.case.suites[run.stage])}")
    return run, None if code == pytest.ExitCode.OK else told or "an import that fails"


def _end_group(process):
    """End what tests of a mutant started and left behind."""
    try:
        os.killpg(process, signal.SIGKILL)
    except ProcessLookupError:
        return


class _Teller:
    """Says which test was the first to notice."""

    def __init__(self, tell: int) -> None:
        self.tell = tell
        self.told = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take the outcome of a test."""
        self._take(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Take the outcome of an import."""
        self._take(report)

    def _take(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.failed and not self.told:
            self.told = True
            os.write(self.tell, report.nodeid.encode()[:4000])


class _StandIn(SourceFileLoader):
    """Loads a module from code that was compiled elsewhere."""

    def __init__(self, module: Module, code: CodeType) -> None:
        super().__init__(module.name, str(module.path))
        self.code = code

    def get_code(self, fullname: str) -> CodeType:
        """Give the mutant's code."""
        return self.code


class _Finder:
    """Finds the mutant where its module is asked for."""

    def __init__(self, module: Module, code: CodeType) -> None:
        self.module, self.loader = module, _StandIn(module, code)

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Find it, and leave every other module to others."""
        if name != self.module.name:
            return None
        return spec_from_file_location(name, self.module.path, loader=self.loader)


def _loads(module, code):
    """Let the mutant stand in for its module, and tell whether it can be imported."""
    if module.name in sys.modules:
        raise SuiteError(f"{module.name} is imported already; a mutant of it would not be seen")
    sys.meta_path.insert(0, _Finder(module, code))
    try:
        importlib.import_module(module.name)
    except Exception:  # noqa: BLE001 (whatever it is, it shows at once)
        return False
    return True


def prepare_process() -> None:
    """Load what every child needs, and leave plugins out that no test here asks for."""
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode = True
    import asyncio  # noqa: F401 (loaded for the children)

    import httpx  # noqa: F401
    import pydantic  # noqa: F401
