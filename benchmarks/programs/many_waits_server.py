"""Answers queries of tasks over loopback: each task has ended at its fifth. Prints its address."""

import asyncio
import json
from collections import Counter

POLLS = 5
ASKED: Counter[str] = Counter()


def standing(id_: str) -> bytes:
    """Say how a task stands."""
    ASKED[id_] += 1
    ended = ASKED[id_] >= POLLS
    result = [{"preview": f"https://example.com/{id_}.mp4"}] if ended else []
    status = "completed" if ended else "processing"
    return json.dumps({"code": 0, "msg": "", "data": {"task_id": id_, "status": status, "result": result}}).encode()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the requests of one connection."""
    try:
        while head := (await reader.readuntil(b"\r\n\r\n")).decode():
            lines = head.split("\r\n")
            length = next((int(line.split(":")[1]) for line in lines if line.lower().startswith("content-length")), 0)
            await reader.readexactly(length)
            content = standing(lines[0].split()[1].rpartition("/")[2])
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
            writer.write(f"Content-Length: {len(content)}\r\n\r\n".encode() + content)
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main() -> None:
    """Serve until the process is ended."""
    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


asyncio.run(main())
