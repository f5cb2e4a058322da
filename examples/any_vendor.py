"""The same few lines with every vendor that has tasks: create, wait, save; synchronous, then asynchronous."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from mock_vendor import mock_vendor

from mediawright.aimate import Aimate, AsyncAimate
from mediawright.akool import Akool, AsyncAkool
from mediawright.doubao import AsyncDoubao, Doubao
from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright.qianfan import AsyncQianfan, Qianfan
from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime.task import AsyncTask, Task

OUT = Path("out/any_vendor")
PICTURE, SOUND = "https://example.com/in.png", "https://example.com/in.mp3"

SYNC: dict[str, Callable[[str], Task]] = {
    "mediaio": lambda url: MediaIO(api_key="k", base_url=url).text_to_image.imagen_4(prompt="a boat"),
    "tomoviee": lambda url: Tomoviee(app_key="k", app_secret="s", base_url=url).text_to_music.generate(
        prompt="waves", duration=20, qty=1
    ),
    "akool": lambda url: Akool(api_key="k", base_url=url).talking_photo.create(
        talking_photo_url=PICTURE, audio_url=SOUND
    ),
    "qianfan": lambda url: Qianfan(api_key="k", base_url=url).picture_book.create(method="static", content="A boat."),
    "doubao": lambda url: Doubao(base_url=url).video.generate(prompt="a boat"),
    "aimate": lambda url: Aimate(base_url=url).video.create(prompt="a boat"),
}
ASYNC: dict[str, Callable[[str], Awaitable[AsyncTask]]] = {
    "mediaio": lambda url: AsyncMediaIO(api_key="k", base_url=url).text_to_image.imagen_4(prompt="a boat"),
    "tomoviee": lambda url: AsyncTomoviee(app_key="k", app_secret="s", base_url=url).text_to_music.generate(
        prompt="waves", duration=20, qty=1
    ),
    "akool": lambda url: AsyncAkool(api_key="k", base_url=url).talking_photo.create(
        talking_photo_url=PICTURE, audio_url=SOUND
    ),
    "qianfan": lambda url: AsyncQianfan(api_key="k", base_url=url).picture_book.create(
        method="static", content="A boat."
    ),
    "doubao": lambda url: AsyncDoubao(base_url=url).video.generate(prompt="a boat"),
    "aimate": lambda url: AsyncAimate(base_url=url).video.create(prompt="a boat"),
}


async def wait_and_save(starting: Awaitable[AsyncTask], folder: Path) -> tuple[Path, ...]:
    """Wait for a task and keep its files."""
    task = await starting
    return await (await task.wait(timeout=60, poll_interval=0.1)).save(folder)


def main() -> None:
    """Run all vendors in both forms."""
    for name, start in SYNC.items():
        with mock_vendor(name) as base_url:
            saved = start(base_url).wait(timeout=60, poll_interval=0.1).save(OUT / name / "sync")
            saved += asyncio.run(wait_and_save(ASYNC[name](base_url), OUT / name / "async"))
        print(*(f"  saved {path}" for path in saved), sep="\n")


if __name__ == "__main__":
    main()
