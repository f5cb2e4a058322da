"""A chain of tasks: a video from words, then twice what comes next."""

from pathlib import Path

from mock_vendor import mock_vendor

from mediawright.tomoviee import Tomoviee

OUT = Path("out/video_that_goes_on")
PROMPTS = ("a boat leaves the harbour", "it reaches the open sea", "night falls")


def main() -> None:
    """Run the whole chain; the camera's movement may be given by its name."""
    with (
        mock_vendor("tomoviee") as base_url,
        Tomoviee(app_key="demo", app_secret="demo", base_url=base_url) as client,
    ):
        first, *others = PROMPTS
        task = client.text_to_video.generate(prompt=first, resolution="720p", duration=5, camera_move_index="zoom in")
        result = task.wait(timeout=60, poll_interval=0.2)
        for number, prompt in enumerate(others, 2):
            video = result.outputs[0].url
            task = client.video_to_video.continuation(prompt=prompt, video=video, resolution="720p", duration=5)
            result = task.wait(timeout=60, poll_interval=0.2)
            print(f"part {number} goes on from {video}")
        for path in result.save(OUT):
            print(f"saved {path} ({path.stat().st_size} bytes)")


if __name__ == "__main__":
    main()
