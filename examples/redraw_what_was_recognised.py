"""Two tasks in a row: a mask of what is in a picture, then the picture redrawn where the mask says."""

from pathlib import Path

from mock_vendor import mock_vendor

from mediawright.tomoviee import Tomoviee

OUT = Path("out/redraw_what_was_recognised")
PICTURE = "https://example.com/in.png"


def main() -> None:
    """Run the whole flow."""
    with (
        mock_vendor("tomoviee") as base_url,
        Tomoviee(app_key="demo", app_secret="demo", base_url=base_url) as client,
    ):
        recognised = client.image_to_image.recognition(image=PICTURE, control_type="2")
        mask = recognised.wait(timeout=60, poll_interval=0.2).outputs[0].url
        print(f"mask {mask}")
        redrawn = client.image_to_image.redrawing(prompt="a red boat", init_image=PICTURE, mask_url=mask)
        for path in redrawn.wait(timeout=60, poll_interval=0.2).save(OUT):
            print(f"saved {path} ({path.stat().st_size} bytes)")


if __name__ == "__main__":
    main()
