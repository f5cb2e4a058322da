"""What one paid create costs under each fault: ours beside three other clients; `make bench-faults` runs it.

Every cell is a process of its own against a real server on loopback that counts POSTs. Pauses are not shortened.
"""

import socket
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import environments

from mediawright_mock.contract import Contract, Operation, vendor_contract
from mediawright_mock.faults import Fault
from mediawright_mock.plan import Planned
from mediawright_mock.server import MockServer
from mediawright_runtime.declarations import Envelope

PROGRAM = environments.HERE / "programs" / "one_create.py"
TIMEOUT = 3.0
"""Seconds that each client is given, as in the program."""
LONG = 10 * TIMEOUT
AT_ONCE = 12
WIDTH = 29

FAULTS: Mapping[str, Fault | None] = {
    "none": Fault("late", seconds=0),
    "connect error": None,
    "read timeout before the work": Fault("hang", accepted=False),
    "read timeout after the work": Fault("late", seconds=LONG),
    "reset after the work": Fault("reset", accepted=True),
    "429": Fault("rate_limited"),
    "429, Retry-After: 2": Fault("rate_limited", retry_after=2),
    "500": Fault("error_500"),
    "502 as HTML": Fault("bad_gateway_html"),
    "503": Fault("unavailable"),
    "truncated JSON": Fault("truncated_json"),
    "wrong content type": Fault("wrong_content_type"),
    "slow headers": Fault("slow_headers", seconds=LONG),
    "HTTP 200 with an error code": Fault("error_code"),
}
CREATES = {
    "openai": (
        "/v1/videos",
        {
            "id": "video_1",
            "object": "video",
            "model": "sora-2",
            "status": "queued",
            "progress": 0,
            "created_at": 1,
            "seconds": "4",
            "size": "720x1280",
        },
    ),
    "runwayml": ("/v1/text_to_video", {"id": "17f20503-6c24-4c16-946b-35dbbce2af2f", "estimatedCost": {"credits": 5}}),
    "fal_client": (
        "/acme/film",
        {
            "request_id": "r1",
            "response_url": "https://fal.invalid/r1",
            "status_url": "https://fal.invalid/r1/status",
            "cancel_url": "https://fal.invalid/r1/cancel",
        },
    ),
}
CLIENTS = ("ours", *CREATES)


def contract(client: str) -> Contract:
    """Describe the vendor that a client is for: all of ours, of the others the one create."""
    if client == "ours":
        return vendor_contract("mediaio")
    endpoint, answer = CREATES[client]
    body = {"name": "body", "wire_name": "body", "in": "raw", "type": "string", "required": False}
    create = Operation(
        name="Create",
        python="video.create",
        method="POST",
        endpoint=endpoint,
        output_kind="video",
        credentials=(),
        credential_sets=(),
        tokens=(),
        authenticated=False,
        headers=(),
        envelope=Envelope(code="code", success=(0,), required=False, message="message"),
        errors=(),
        task=None,
        outputs=(),
        record={"api_body": [body], "api_request_demo": [{"response": [{"status": 200, "body": answer}]}]},
    )
    return Contract(client, (create,))


def installed(client: str) -> Path | None:
    """Give the Python that has a client; None where it cannot be installed."""
    try:
        return (environments.own() if client == "ours" else environments.sdk(client)) / "python"
    except subprocess.CalledProcessError:
        return None


def cell(client: str, python: Path | None, fault: Fault | None) -> str:
    """Let one client suffer one fault: how many POSTs the server counted, and how the call ended."""
    if python is None:
        return "not installed"
    if fault is None:
        return f"0  {ended(client, python, nowhere())}"
    with MockServer(contract(client), faults=[Planned(fault, times=None)]) as server:
        end = ended(client, python, server.url)
        return f"{sum(server.counts.values())}  {end}"


def nowhere() -> str:
    """Find an address at which nobody listens."""
    with closing(socket.socket()) as refusing:
        refusing.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{refusing.getsockname()[1]}"


def ended(client: str, python: Path, url: str) -> str:
    """Run one create and say how it ended."""
    return subprocess.run([python, PROGRAM, client, url], check=True, capture_output=True, text=True).stdout.strip()


def row(name: str, cells: Sequence[str]) -> str:
    """Lay out one line of the table."""
    return "".join(text.ljust(WIDTH) for text in (name, *cells)).rstrip()


def main() -> None:
    """Print the table."""
    pythons = {client: installed(client) for client in CLIENTS}
    with ThreadPoolExecutor(AT_ONCE) as pool:  # the slowest first
        cells = {
            (client, name): pool.submit(cell, client, pythons[client], fault)
            for client in reversed(CLIENTS)
            for name, fault in FAULTS.items()
        }
    print("POSTs that the server counted for one create, and how the call ended\n")
    print(row("", CLIENTS))
    for name in FAULTS:
        print(row(name, [cells[client, name].result() for client in CLIENTS]))


if __name__ == "__main__":
    main()
