"""Contract cases of a vendor as a whole."""

import pytest

from mediawright_generator.plan.vendor_cases import callback_cases, hosts, seal_of

LIFECYCLE = {"states": {"1": "running", "2": "succeeded", "gone": "failed"}}


@pytest.mark.parametrize(
    ("listed", "allowed", "refused"),
    [
        ([".a.example"], ["files.a.example"], ["evila.example", "files.a.example.example.com", "a.example"]),
        (["a.example"], ["a.example"], ["evila.example", "a.example.example.com", "files.a.example"]),
        ([".a.example", "a.example"], ["files.a.example", "a.example"], None),
        ([], [], []),
    ],
)
def test_hosts_that_look_alike_are_refused(listed, allowed, refused):
    found, others = hosts(listed)

    assert found == [f"https://{each}/file" for each in allowed]
    if refused is not None:
        assert others == [f"https://{each}/file" for each in refused]
    assert not set(found) & set(others)


def test_a_callback_tells_every_status_and_every_place():
    callback = {"id": "task.id", "status": "state", "outputs": [{"path": "a|b[]", "kind": "video"}, {"path": "c"}]}
    told = {each.name: (each.answer, each.expect) for each in callback_cases(callback, LIFECYCLE)}

    assert list(told) == ["1", "2", "gone", "outputs in a", "outputs in b[]", "outputs in all of a|b[]", "outputs in c"]
    assert told["gone"] == (
        {"task": {"id": "task-1"}, "state": "gone"},
        {"id": "task-1", "state": "failed", "raw": "gone"},
    )
    assert told["outputs in all of a|b[]"][1]["outputs"] == ["https://example.com/out-1"]
    assert told["outputs in c"][1]["kinds"] == ["file"]


def test_a_seal_is_made_with_all_that_it_names():
    seal = {"key": "secret", "iv": "id", "signed": ["{id}", "{more}", "nonce"]}
    said, secrets = seal_of({"seal": seal})

    assert said == seal
    assert {name: len(value) for name, value in secrets.items()} == {"secret": 24, "id": 24, "more": 24}
    assert seal_of({}) == ({}, {})
