# Emitted from specs/edrawmax/apis/generate_flowchart.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_diagram.flowchart` sends and accepts."""

from __future__ import annotations

from mediawright.edrawmax.models.text_to_diagram.flowchart import FlowchartRequest, FlowchartResponse
from mediawright_runtime.declarations import Operation, OutputPlace, Parameter

OPERATION = Operation(
    path="text_to_diagram.flowchart",
    name="Generate Flowchart",
    method="POST",
    endpoint="/skills/generate-flowchart",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at least 1 character"),
        Parameter(
            name="lang",
            wire_name="lang",
            default="cn",
            allowed="one of 'en', 'cn', 'jp', 'kr', 'es', 'fr', 'de', 'it', 'tw', 'pt', 'ru', 'id'",
        ),
        Parameter(
            name="platform", wire_name="platform", allowed="one of 'web', 'win', 'mac', 'ios', 'android', 'linux'"
        ),
    ),
    request=FlowchartRequest,
    response=FlowchartResponse,
    outputs=(OutputPlace(path="data.png_url", kind="image"), OutputPlace(path="data.svg_url", kind="image")),
    output_kind="file",
    source="002_7ebea7f48f16395c.txt:249-278",
)
