"""One create with one client at its default settings, but for address, key and a short timeout.

Arguments: the client, the server's address. Prints how the call ended.
"""

import sys

TIMEOUT = 3.0
PROMPT = "a paper boat sails"


def ours(url: str) -> object:
    """Create with an emitted client."""
    from mediawright.mediaio import MediaIO

    client = MediaIO(base_url=url, api_key="dummy", timeout=TIMEOUT)
    return client.text_to_video.wan_2_6(prompt=PROMPT)


def openai(url: str) -> object:
    """Create with OpenAI's client."""
    from openai import OpenAI

    client = OpenAI(base_url=f"{url}/v1", api_key="dummy", timeout=TIMEOUT)
    return client.videos.create(prompt=PROMPT)


def runwayml(url: str) -> object:
    """Create with Runway's client."""
    from runwayml import RunwayML

    client = RunwayML(base_url=url, api_key="dummy", timeout=TIMEOUT)
    return client.text_to_video.create(model="gen4.5", prompt_text=PROMPT, ratio="1280:720", duration=5)


def fal_client(url: str) -> object:
    """Create with fal's client, which has its address in a constant of its module."""
    from fal_client import SyncClient, client

    client.QUEUE_URL_FORMAT = f"{url}/"
    return SyncClient(key="dummy", default_timeout=TIMEOUT).submit("acme/film", {"prompt": PROMPT})


try:
    globals()[sys.argv[1]](sys.argv[2])
except Exception as error:  # noqa: BLE001 (whatever the client raises is the finding)
    print(type(error).__name__)
else:
    print("returned")
