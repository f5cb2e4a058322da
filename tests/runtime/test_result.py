"""Results: of tasks, and of calls that answer with the work itself."""

import asyncio
import json

import pytest
from acme_server import serving
from acme_world import through_pickle
from fictional import AsyncDorado, Dorado

from mediawright_runtime.errors import ConfigurationError, HostRefusedError
from mediawright_runtime.recorder import Answer
from mediawright_runtime.result import AsyncResult, Result

DORADO = (Dorado, AsyncDorado)
PNG, SVG = b"\x89PNG\r\n\x1a\n" + bytes(100), b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def _drawn(base="https://cdn.dorado.example", **more):
    data = {"png_url": f"{base}/a/main.png?sign=1", "svg_url": f"{base}/a/main.svg", "source_code": "graph TD", **more}
    return Answer({"code": 0, "msg": "success", "data": data})


def _draw(client):
    return client.text_to_diagram.flowchart(prompt="x")


@pytest.mark.parametrize("way", [_draw, lambda client: client.call("text_to_diagram.flowchart", prompt="x")])
def test_a_call_that_answers_with_the_work_gives_a_result_at_once(world_of, way):
    dorado = world_of(DORADO)
    dorado.answers(_drawn())
    result = dorado.run(way)
    assert isinstance(result, Result if dorado.kind == "sync" else AsyncResult)
    assert [(each.kind, each.url) for each in result.outputs] == [
        ("file", "https://cdn.dorado.example/a/main.png?sign=1"),
        ("image", "https://cdn.dorado.example/a/main.svg"),
    ]
    assert (result.task_id, result.data["data"]["source_code"]) == (None, "graph TD")
    assert repr(result).endswith("Result(task_id=None, outputs=2)")
    assert len(dorado.requests) == 1


def test_an_answer_without_addresses_is_a_result_without_outputs(world_of):
    """Promise: paid work is never lost to an odd answer."""
    dorado = world_of(DORADO)
    dorado.answers(Answer({"code": 0, "data": {"source_code": "graph TD"}}))
    result = dorado.run(_draw)
    assert (result.outputs, result.data["data"]) == ((), {"source_code": "graph TD"})


@pytest.fixture
def drawing():
    routes = {"/a/main.png": (200, {"content-type": "image/png"}, PNG), "/a/main.svg": (200, {}, SVG)}
    with serving(routes) as server:
        routes["/flowchart"] = (200, {"content-type": "application/json"}, _drawn(server.url).content)
        yield server


def test_files_are_named_after_the_call(drawing, tmp_path):
    with Dorado(base_url=drawing.url) as client:
        png, svg = _draw(client).save(tmp_path)
    assert png.name.startswith("text_to_diagram-flowchart-")
    assert (png.suffix, svg.suffix, png.stem[:-1]) == (".png", ".svg", svg.stem[:-1])
    assert (png.read_bytes(), svg.read_bytes()) == (PNG, SVG)


def test_files_are_saved_asynchronously_too(drawing, tmp_path):
    async def trip():
        async with AsyncDorado(base_url=drawing.url) as client:
            return await (await _draw(client)).save(tmp_path)

    assert [path.suffix for path in asyncio.run(trip())] == [".png", ".svg"]


def test_two_results_do_not_replace_each_others_files(drawing, tmp_path):
    """Promise: what was saved stays."""
    with Dorado(base_url=drawing.url) as client:
        first = _draw(client).save(tmp_path)
        drawing.routes["/b.png"] = drawing.routes["/b.svg"] = (200, {"content-type": "image/png"}, b"other")
        data = {"png_url": f"{drawing.url}/b.png", "svg_url": f"{drawing.url}/b.svg"}
        drawing.routes["/flowchart"] = (200, {}, json.dumps({"code": 0, "data": data}).encode())
        second = _draw(client).save(tmp_path)
    assert not set(first) & set(second)
    assert first[0].read_bytes() == PNG


def test_the_vendors_hosts_hold_here_too(world_of, tmp_path):
    dorado = world_of(DORADO)
    dorado.answers(_drawn("https://elsewhere.example"))
    result = dorado.run(_draw)
    with pytest.raises(HostRefusedError) as caught:
        dorado.settle(lambda: result.save(tmp_path))
    assert caught.value.task_id is None


def test_a_pickled_result_without_a_task_says_what_it_lacks(world_of):
    dorado = world_of(DORADO)
    dorado.answers(_drawn())
    again = through_pickle(dorado.run(_draw))
    assert len(again.outputs) == 2
    with pytest.raises(ConfigurationError, match=r"holds no connection$"):
        dorado.settle(lambda: again.save("nowhere"))
