"""The mock beside Prism on the same OpenAPI document, validation on; `make bench-mock` runs it, in some minutes.

Each round starts each server anew, and asks one after the other, so what else the machine does falls on both alike.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import checkouts
import environments

ROUNDS = 5
SECONDS = 2.0
CONNECTIONS = 8
LOAD = environments.HERE / "programs" / "post_load.py"
HEADERS = ("X-API-KEY=k1",)


@dataclass(frozen=True, slots=True)
class Vendor:
    """One vendor with so many operations, as a contract and as an OpenAPI document."""

    operations: int
    contract: Path
    document: Path
    routes: Mapping[str, tuple[str, Path]]
    """The first and the last create of the document: its path and a file with its documented body."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one server did in one round."""

    start: float
    """Seconds from its start to its first answer."""
    rates: Mapping[str, float]
    """Valid POSTs a second, by route."""
    cpu: Mapping[str, float]
    """Microseconds of its CPU for one POST, by route."""
    memory: float
    """Largest resident set in MiB."""


def main() -> None:
    """Run all of it."""
    prism = environments.prism()
    if prism is None:
        print("Prism cannot be installed here; the mock is measured alone")
    with TemporaryDirectory(prefix="mediawright-bench-") as scratch:
        for count in (50, 500):
            vendor = _vendor(Path(scratch) / str(count), count)
            servers = {"Prism 5.14.2": prism_command(prism, vendor)} if prism else {}
            print(_table(vendor, _interleaved(servers | {"mediawright-mock": own_command(vendor)}, vendor)))


def prism_command(prism: Path, vendor: Vendor) -> list[str]:
    """Say how Prism is started; it logs nothing, as logging costs it half of its speed."""
    return [str(prism), "mock", str(vendor.document), "-v", "silent", "-h", "127.0.0.1", "-p"]


def own_command(vendor: Vendor) -> list[str]:
    """Say how our own is started."""
    command = environments.own() / "mediawright-mock"
    return [str(command), "serve", "--contract", str(vendor.contract), "--port"]


def _vendor(root: Path, count: int) -> Vendor:
    """Vary the records of a vendor until it has so many operations."""
    checkouts.copy_specs(root)
    checkouts.multiply(root, count)
    generate = [environments.own() / "mediawright-gen", "--root", root]
    document = root / "openapi.json"
    subprocess.run([*generate, "generate"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*generate, "export", "openapi", checkouts.VENDOR, "-o", document], check=True)
    contract = root / "generated" / "mediawright" / checkouts.VENDOR / "contract.json"
    operations = {each["endpoint"]: each for each in json.loads(contract.read_text())["operations"] if "task" in each}
    creates = [path for path in json.loads(document.read_text())["paths"] if path in operations]
    ends = {"first": creates[0], "last": creates[-1]}
    routes = {name: (path, _body(root / f"{name}.json", operations[path])) for name, path in ends.items()}
    return Vendor(count, contract, document, routes)


def _body(file: Path, operation: Mapping[str, list[Mapping[str, object]]]) -> Path:
    file.write_text(json.dumps(operation["api_request_demo"][0]["body"]))
    return file


def _interleaved(servers: Mapping[str, Sequence[str]], vendor: Vendor) -> dict[str, list[Reading]]:
    readings: dict[str, list[Reading]] = {name: [] for name in servers}
    for _ in range(ROUNDS):
        for name, command in servers.items():
            readings[name].append(_reading(command, vendor))
    return readings


def _reading(command: Sequence[str], vendor: Vendor) -> Reading:
    with _running(command) as (url, number, start):
        rates, cpu = {}, {}
        for name, (path, body) in vendor.routes.items():
            _rate(url, path, body, SECONDS / 4)
            before, rate = _cpu(number), _rate(url, path, body, SECONDS)
            rates[name], cpu[name] = rate, (_cpu(number) - before) / (rate * SECONDS) * 1e6
        return Reading(start, rates, cpu, _memory(number))


@contextmanager
def _running(command: Sequence[str]) -> Iterator[tuple[str, int, float]]:
    port = _free_port()
    started = time.perf_counter()
    with subprocess.Popen([*command, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}", process.pid, time.perf_counter() - started
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _wait_for(port: int) -> None:
    """Ask until somebody answers, whatever it is."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port)) as caller:
                caller.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                if caller.recv(1):
                    return
        except OSError:
            time.sleep(0.005)
    sys.exit("a server did not start")


def _rate(url: str, path: str, body: Path, seconds: float) -> float:
    command = [sys.executable, str(LOAD), url, path, str(body), str(seconds), str(CONNECTIONS), *HEADERS]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _cpu(process: int) -> float:
    used = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _table(vendor: Vendor, readings: Mapping[str, Sequence[Reading]]) -> str:
    peer = next(iter(readings))
    lines = [
        f"{vendor.operations} operations",
        f"{'':22}{'':18}{'median':>9}{'(spread)':>16}{'ratio':>8}{'(spread)':>14}",
    ]
    for name, own in readings.items():
        for what, figures in _figures(own).items():
            ratios = [one / other for one, other in zip(figures, _figures(readings[peer])[what], strict=True)]
            spread, over = (f"{min(each):.2f}-{max(each):.2f}" for each in (figures, ratios))
            lines.append(f"{name:22}{what:18}{median(figures):9.2f}{spread:>16}{median(ratios):8.2f}{over:>14}")
    return "\n".join([*lines, ""])


def _figures(readings: Sequence[Reading]) -> dict[str, list[float]]:
    routes = readings[0].rates
    return {
        "start, s": [each.start for each in readings],
        **{f"POST/s, {route}": [each.rates[route] for each in readings] for route in routes},
        **{f"CPU us, {route}": [each.cpu[route] for each in readings] for route in routes},
        "peak MiB": [each.memory for each in readings],
    }


if __name__ == "__main__":
    main()
