"""Models come out one module an operation, whatever the names in it."""

import importlib.util
import sys

import pytest

from mediawright_generator.cache import Shelf
from mediawright_generator.render import models


@pytest.fixture
def render_models(tmp_path):
    return lambda modules: models.render_models(modules, Shelf(tmp_path / "models", "this test"))


def definitions(**properties):
    return {"ARequest": {"type": "object", "properties": properties, "required": ["image"]}}


def load(folder, text):
    folder.joinpath("emitted.py").write_text(text)
    spec = importlib.util.spec_from_file_location("emitted", folder / "emitted.py")
    module = sys.modules["emitted"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_made_of_nothing(render_models):
    assert render_models({}) == {}


def test_each_module_stands_alone(render_models):
    modules = {
        "mediawright.acme.models.x.a": definitions(image={"type": "string"}),
        "mediawright.acme.models.y.a": definitions(image={"type": "integer"}),
    }

    texts = render_models(modules)

    assert sorted(texts) == ["mediawright/acme/models/x/a.py", "mediawright/acme/models/y/a.py"]
    assert "image: str" in texts["mediawright/acme/models/x/a.py"]
    assert "image: int" in texts["mediawright/acme/models/y/a.py"]


@pytest.mark.parametrize("name", ["copy", "json", "schema", "model_config", "self", "Field", "class_"])
def test_awkward_names_keep_their_value(render_models, tmp_path, name):
    text = render_models({"m.a": definitions(image={"type": "string"}, **{name: {"type": "string"}})})["m/a.py"]

    made = load(tmp_path, text).ARequest.model_validate({"image": "x", name: "kept"})

    assert made.model_dump(by_alias=True)[name] == "kept"


def test_a_module_is_the_same_whatever_stands_beside_it(render_models):
    """Adding an operation changes no line of another one's models."""
    one = {"mediawright.acme.models.x.a": definitions(image={"type": "string"}, mode={"type": "string", "enum": ["p"]})}
    more = {
        "mediawright.acme.models.x.b": definitions(image={"type": "string"}, mode={"type": "string", "enum": ["q"]})
    }

    assert render_models(one | more)["mediawright/acme/models/x/a.py"] == next(iter(render_models(one).values()))


def test_a_property_may_have_the_name_of_a_reference(render_models):
    properties = {"image": {"type": "string"}, "$ref": {"type": "string"}}

    texts = render_models({"mediawright.acme.models.x.a": definitions(**properties)})

    assert 'alias="$ref"' in texts["mediawright/acme/models/x/a.py"].replace("'", '"')
