"""Many pictures at once, with a journal: a second run continues where the first one ended, and creates nothing twice.

Against the real vendor leave out the mock and `base_url` and set MEDIAIO_API_KEY; every create is billed then.
"""

from pathlib import Path

from mock_vendor import mock_vendor

from mediawright.mediaio import MediaIO

OUT = Path("out/many_at_once")
BOATS = ("paper", "wooden", "glass", "copper", "straw", "ice", "wax", "clay")


def make(base_url: str) -> None:
    """Make a picture of each boat, at most four at once."""
    inputs = [{"prompt": f"a {material} boat on a pond", "ratio": "1:1"} for material in BOATS]
    with (
        MediaIO(api_key="demo", base_url=base_url) as client,
        client.map(
            client.text_to_image.imagen_4,
            inputs,
            concurrency=4,
            journal=OUT / "jobs.jsonl",
            save=OUT,
            poll_interval=0.1,
            progress=True,
        ) as batch,
    ):
        for outcome in batch:
            if outcome.ok:
                print(*(f"saved {path}" for path in outcome.saved), sep="\n")
            else:
                print(f"{outcome.params}: {outcome.error}")


def main() -> None:
    """Run the batch twice; the second time everything is there, and nothing is asked."""
    OUT.mkdir(parents=True, exist_ok=True)
    with mock_vendor("mediaio") as base_url:
        make(base_url)
        make(base_url)


if __name__ == "__main__":
    main()
