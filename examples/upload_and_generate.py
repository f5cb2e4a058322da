"""A video from a picture of one's own: upload, generate, wait, save.

The answer of the upload is a parameter of the create as it is. Against a real server leave out the mock and give its
address as `base_url`.
"""

from pathlib import Path

from mock_vendor import mock_vendor

from mediawright.doubao import Doubao

OUT = Path("out/upload_and_generate")
PICTURE = b"\x89PNG\r\n\x1a\n"


def main() -> None:
    """Run the whole flow."""
    with mock_vendor("doubao") as base_url, Doubao(base_url=base_url) as client:
        picture = client.files.upload(file_type="image", file_name="boat.png", file_bytes=PICTURE)
        task = client.video.generate(prompt="the boat sails off, five seconds", image_attachment=picture, guest=False)
        print(f"task {task.id}")
        result = task.wait(timeout=60, poll_interval=0.2, on_progress=lambda status: print(f"  {status}"))
        for path in result.save(OUT):
            print(f"saved {path} ({path.stat().st_size} bytes)")


if __name__ == "__main__":
    main()
