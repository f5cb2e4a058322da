import inspect
import keyword

import pytest

from mediawright_generator.check.names import CLIENT_ATTRIBUTES, CLIENT_OPTIONS, PACKAGE_ATTRIBUTES
from mediawright_runtime.asynchronous import AsyncCategory, AsyncClient
from mediawright_runtime.client import Category, Client

BOAT = "name: Paper Boat\ncategory: text_to_video\nmethod: POST\nendpoint: /boat\nmodel_code: boat-1\n"


def public(kind):
    return {name for name in dir(kind) if not name.startswith("_")}


def test_everything_that_a_client_offers_is_reserved():
    assert public(Client) | public(AsyncClient) <= CLIENT_ATTRIBUTES
    options = {*inspect.signature(Client.__init__).parameters, *inspect.signature(AsyncClient.__init__).parameters}
    assert options - {"vendor", "credentials"} <= CLIENT_OPTIONS


def test_a_category_offers_nothing_but_operations():
    assert public(Category) | public(AsyncCategory) == set()


def test_everything_that_the_package_of_all_vendors_offers_is_reserved():
    import mediawright

    offered = {name for name in getattr(mediawright, "__all__", ()) if not name.startswith("_")}
    assert offered <= PACKAGE_ATTRIBUTES


def test_a_copied_record_is_told_once_with_everything_that_it_shares(told):
    assert told("", head=BOAT, beside=[BOAT]) == [
        (
            "1.yaml:1:7: duplicate-name: name 'Paper Boat' and model_code 'boat-1' and address 'POST /boat' "
            "are taken by 0.yaml already"
        )
    ]


def test_names_that_differ_may_share_a_python_path(told):
    other = BOAT.replace("/boat", "/plane").replace("boat-1", "boat-2").replace("Paper Boat", "Paper-Boat (Large)")
    assert told("", head=BOAT, beside=[other]) == [
        "1.yaml:1:7: duplicate-name: python path 'text_to_video.paper_boat' is taken by 0.yaml already"
    ]
    assert told("", head=BOAT, beside=[other + "python_name: large_boat\n"]) == []


def test_another_published_form_may_share_model_code_and_address(told):
    other = BOAT.replace("Paper Boat", "Paper Boat Form") + "alternative_of: Paper Boat\n"
    assert told("", head=BOAT, beside=[other]) == []
    assert told("", head=BOAT, beside=[other, other.replace("Form", "Sheet")]) == []


def test_a_record_without_a_readable_name_shares_it_with_none(told):
    nameless = "category: text_to_video\nmethod: POST\n"
    found = told("", head=BOAT, beside=[f"{nameless}endpoint: /a\n", f"{nameless}endpoint: /b\n"])
    assert [line.split(": ")[1] for line in found] == ["missing-key", "missing-key"]


def test_constants_have_no_python_name(told_of_body):
    assert told_of_body("{name: fileName, type: string, const: a}", "{name: file_name, type: string}") == []


def test_one_name_in_two_spellings_and_one_wire_name_is_one_mistake(told_of_body):
    found = told_of_body("{name: fileN, wire_name: f, type: string}", "{name: file_n, wire_name: f, type: string}")
    assert [line.split(": ")[1] for line in found] == ["duplicate-wire-name"]


@pytest.mark.parametrize("name", ["self", "_boat", "__boat__", "class", "None"])
def test_names_that_no_method_can_take(told_of_body, name):
    assert told_of_body(f"{{name: prompt, python_name: {name}, type: string}}") == [
        f"0.yaml:6:33: reserved-parameter-name: python name {name!r} of parameter 'prompt' is reserved"
    ]


@pytest.mark.parametrize("name", ["timeout", "callback", "params", "validate", "name", "match"])
def test_options_of_calls_are_free_for_parameters(told_of_body, name):
    """Options of ours never stand among parameters."""
    assert told_of_body(f"{{name: {name}, type: string}}") == []


def test_a_python_name_that_is_none(told_of_body):
    assert told_of_body("{name: prompt, python_name: the-prompt, type: string}") == [
        "0.yaml:6:33: invalid-python-name: python name 'the-prompt' of parameter 'prompt' is no identifier"
    ]


def test_a_method_name_that_is_none(told):
    assert told("", head=BOAT.replace("Paper Boat", "纸船")) == [
        "0.yaml:1:7: invalid-python-name: python name '' of the operation is no identifier"
    ]


def test_methods_and_categories_that_python_reserves(told):
    assert told("python_name: import\n") == [
        "0.yaml:5:14: reserved-method-name: python name 'import' of the operation is reserved"
    ]
    assert keyword.iskeyword("async")
    assert told("", head=BOAT.replace("text_to_video", "async")) == [
        "0.yaml:2:11: reserved-method-name: category 'async' is reserved, by Python or by the client"
    ]


def test_names_without_any_python_name_do_not_share_one(told_of_body):
    found = told_of_body("{name: 提示, type: string}", "{name: 时长, type: string}")
    assert [line.split(": ")[1] for line in found] == ["invalid-python-name", "invalid-python-name"]


@pytest.mark.parametrize("category", ["caller", "task", "client", "acme", "category", "literal"])
def test_a_category_may_not_hide_what_its_modules_name(told, category):
    head = BOAT.replace("text_to_video", category)
    assert [line.split(": ")[:2] for line in told("", head=head)] == [["0.yaml:2:11", "reserved-method-name"]]


def test_a_name_is_taken_by_the_record_whose_file_has_it(told):
    """A copy whose name was not changed is the mistake, also where its file comes first."""
    copy = BOAT.replace("/boat", "/a").replace("boat-1", "a-1")
    found = told("", head=copy, named={"paper_boat.yaml": BOAT})
    assert found == ["0.yaml:1:7: duplicate-name: name 'Paper Boat' is taken by paper_boat.yaml already"]
