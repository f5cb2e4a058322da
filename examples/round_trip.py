"""A round trip without a vendor key: start the mock vendor, make a picture and a video, keep the files.

`make demo` runs it. Against the real vendor leave out `base_url` and set MEDIAIO_API_KEY; every create is billed then.
"""

import asyncio
from pathlib import Path

from mock_vendor import mock_vendor

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime.result import Result
from mediawright_runtime.task import TaskStatus

OUT = Path("out")
PICTURE = "https://example.com/in.png"


def show(status: TaskStatus) -> None:
    """Print how a task stands."""
    print(f"  {status.state} ({status.raw})")


def keep(result: Result, folder: Path) -> None:
    """Save the files of a finished task and print where they are."""
    for path in result.save(folder):
        print(f"  saved {path} ({path.stat().st_size} bytes)")


def in_sync(base_url: str) -> None:
    """Make a picture from words and a video from a picture, one after the other."""
    with MediaIO(api_key="demo", base_url=base_url) as client:
        print("text to image, synchronous")
        task = client.text_to_image.imagen_4(prompt="a paper boat on a quiet pond", ratio="16:9")
        print(f"  task {task.id}")
        keep(task.wait(timeout=60, poll_interval=0.2, on_progress=show), OUT / "sync")

        print("image to video, synchronous")
        task = client.image_to_video.kling_3_0(image=PICTURE, prompt="a slow push-in", duration="8s")
        print(f"  task {task.id}")
        keep(task.wait(timeout=60, poll_interval=0.2, on_progress=show), OUT / "sync")


async def in_async(base_url: str) -> None:
    """Make both at once."""
    async with AsyncMediaIO(api_key="demo", base_url=base_url) as client:
        print("text to image and image to video at once, asynchronous")
        tasks = await asyncio.gather(
            client.text_to_image.imagen_4(prompt="a paper boat on a quiet pond"),
            client.image_to_video.kling_3_0(image=PICTURE, prompt="a slow push-in"),
        )
        for result in await asyncio.gather(*(task.wait(60, poll_interval=0.2, on_progress=show) for task in tasks)):
            for path in await result.save(OUT / "async"):
                print(f"  saved {path} ({path.stat().st_size} bytes)")


def main() -> None:
    """Run both forms."""
    with mock_vendor("mediaio") as base_url:
        in_sync(base_url)
        asyncio.run(in_async(base_url))


if __name__ == "__main__":
    main()
