"""Facts that once went in silence: each is in the specs, or it is listed."""

HEAD = 'openapi: 3.1.0\ninfo: {title: S, version: "1"}\nservers: [{url: "https://api.studio.example"}]\n'


def test_what_stands_beside_all_of_is_put_together_with_it(brought):
    found = brought(
        HEAD
        + """\
paths:
  /things:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Outer"}}}}
      responses: {"200": {description: Done}}
components:
  schemas:
    Outer: {type: object, properties: {inner: {$ref: "#/components/schemas/Inner"}}}
    Inner: {allOf: [{$ref: "#/components/schemas/Base"}], properties: {weight: {type: integer}}}
    Base: {type: object, properties: {prompt: {type: string}}, required: [prompt]}
"""
    )
    (inner,) = found.record.api_body
    assert {*inner.model_dump(by_alias=True)["schema"]["properties"]} == {"prompt", "weight"}


def test_a_default_of_a_required_parameter_is_listed(with_body):
    found = with_body("type: object\nrequired: [x]\nproperties: {x: {type: integer, default: 5}}")
    assert found.aside() == ["default-left-out"]
    assert found.lost() == []


def test_limits_of_a_whole_body_are_listed(with_body):
    found = with_body(
        "type: object\nminProperties: 1\nadditionalProperties: {type: string}\nproperties: {x: {type: integer}}"
    )
    assert found.aside() == ["body-limit", "open-body"]


def test_another_way_to_call_on_the_same_header_is_marked(brought):
    found = brought(
        HEAD
        + """\
components:
  securitySchemes: {One: {type: http, scheme: bearer}, Two: {type: http, scheme: basic}}
security: [{One: []}, {Two: []}]
paths: {/a: {get: {responses: {}}}}
"""
    )
    assert [each.fact for each in found.vendor.review] == ["credentials"]
    assert "Basic" in found.vendor.review[0].note


def test_a_limit_of_one_variant_that_another_lifts_is_listed(with_body):
    found = with_body(
        "type: object\nproperties: {day: {anyOf: [{type: string, format: date-time}, {type: string, pattern: '^a'}]}}"
    )
    assert found.parameter("day") == {"type": "string"}
    assert {each.kind for each in found.report.losses} == {"variant-left-out"}
    assert "'^a'" in "".join(each.what for each in found.report.losses)


def test_losses_of_shared_schemas_are_those_of_each_operation_that_uses_them(brought):
    """A body that is put together from shared schemas loses nothing in silence."""
    found = brought(
        HEAD
        + """\
paths:
  /things:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/New"}}}}
      responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Out"}}}}}
components:
  schemas:
    New: {type: object, properties: {a: {type: strin}, b: {$ref: "#/components/schemas/B"}}}
    B: {type: strung}
    Out: {type: object, properties: {x: {type: strang}}}
"""
    )
    assert found.lost() == ["unknown-type"] * 3
    assert found.report.incomplete == {"POST /things"}


def test_defaults_that_only_some_variants_have_are_listed(with_body):
    found = with_body("""
        oneOf:
          - {type: object, required: [k], properties: {k: {const: a}, x: {type: integer, default: 1}}}
          - {type: object, required: [k], properties: {k: {const: b}, x: {type: integer}}}
        """)
    assert found.aside() == ["default-left-out"]


def test_fields_of_a_list_that_is_one_of_several_answers_are_read(brought):
    found = brought(
        HEAD
        + """\
paths:
  /things:
    get:
      responses:
        "200":
          content:
            application/json:
              schema:
                properties:
                  output: {oneOf: [{type: string}, {type: array, items: {properties: {text: {type: string}}}}]}
"""
    )
    assert [each.name for each in found.record.api_response] == ["output", "output[].text"]


def test_what_contradicts_itself_in_a_shared_schema_is_left_out_and_listed(brought):
    """What an import writes passes `check`, also where the document contradicts itself."""
    found = brought(
        HEAD
        + """\
paths:
  /things:
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {all: {type: array, items: {$ref: "#/components/schemas/One"}}}}
components:
  schemas:
    One:
      {type: object, properties: {x: {type: integer}}, required: [x, y], additionalProperties: false, default: {x: a}}
"""
    )
    one = found.vendor.schemas["One"]
    assert (one["required"], "default" in one) == (("x",), False)
    assert found.aside() == ["contradicting-schema", "contradicting-schema"]
