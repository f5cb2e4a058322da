import pytest

from mediawright_mock.routes import Routes


@pytest.fixture(name="routes")
def the_routes(acme, read_contract):
    fixed = acme.result | {"name": "All", "python": "tasks.all", "endpoint": "/generation/result/all"}
    dotted = acme.credits | {"name": "Dotted", "python": "account.dotted", "endpoint": "/v1.0/{user}/credits"}
    return Routes(read_contract(acme.result, fixed, dotted).operations)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/generation/result/t1", [("Task Result", {"task_id": "t1"})]),
        ("/generation/result/a%2Fb%20c", [("Task Result", {"task_id": "a/b c"})]),
        ("/generation/result/all", [("All", {})]),
        ("/generation/result/", []),
        ("/generation/result/t1/more", []),
        ("/v1.0/me/credits", [("Dotted", {"user": "me"})]),
        ("/v1x0/me/credits", []),
    ],
)
def test_matches(routes, path, found):
    assert [(match.operation.name, match.values) for match in routes.matches("POST", path)] == found


def test_another_method_is_another_address(routes):
    assert routes.matches("GET", "/generation/result/t1") == ()


def test_known(routes):
    assert routes.known("POST") == ("/generation/result/all", "/generation/result/{task_id}", "/v1.0/{user}/credits")
    assert routes.known("GET") == ()


def test_a_primary_goes_before_its_alternative(acme, read_contract):
    alternative = acme.credits | {"name": "Old", "python": "account.old", "alternative_of": "Credits"}
    matches = Routes(read_contract(alternative, acme.credits).operations).matches("POST", "/user/credits")
    assert [each.operation.name for each in matches] == ["Credits", "Old"]
