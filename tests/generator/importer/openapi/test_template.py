"""Paths as documents write them, and as addresses have them."""

import pytest

from mediawright_generator.importer.openapi.template import endpoint, placeholders


@pytest.mark.parametrize(
    ("path", "written", "names"),
    [
        ("/a/{id}:cancel", "/v1/a/{id}:cancel", ("id",)),
        ("/a/{id}.json", "/v1/a/{id}.json", ("id",)),
        ("/a/:id/b", "/v1/a/{id}/b", ("id",)),
        ("/a/<int:id>", "/v1/a/{id}", ("id",)),
        ("/a/{+path}/{rest*}/{n:[0-9]+}", "/v1/a/{path}/{rest}/{n}", ("path", "rest", "n")),
        ("/a/{{id}}{?limit,page}", "/v1/a/{id}", ("id",)),
        ("a//{}", "/v1/a/{value}", ("value",)),
        ("/图/{编 号}?x={y}", "/v1/%E5%9B%BE/{%E7%BC%96%20%E5%8F%B7}", ("编 号",)),
        ("/a/{id", "/v1/a/%7Bid", ()),
        ("https://api.studio.example/a", "/v1/a", ()),
        ("/", "/v1", ()),
    ],
)
def test_a_path_becomes_an_endpoint(path, written, names):
    assert (endpoint(path, "/v1"), placeholders(path)) == (written, names)
