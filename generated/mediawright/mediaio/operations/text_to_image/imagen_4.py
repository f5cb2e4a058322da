# Emitted from specs/mediaio/apis/imagen_4.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_image.imagen_4` sends and accepts."""

from __future__ import annotations

from mediawright.mediaio.models.text_to_image.imagen_4 import Imagen4Request, Imagen4Response
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="text_to_image.imagen_4",
    name="Imagen 4",
    method="POST",
    endpoint="/generation/imagen/t2i-imagen-4",
    parameters=(
        Parameter(name="prompt", wire_name="prompt", allowed="a string of at most 1200 characters"),
        Parameter(
            name="ratio", wire_name="ratio", default="9:16", allowed="one of '9:16', '16:9', '1:1', '4:3', '3:4'"
        ),
        Parameter(name="counts", wire_name="counts", default="1", allowed="one of '1', '2', '3', '4'"),
    ),
    request=Imagen4Request,
    response=Imagen4Response,
    wrap="data",
    task="generation",
    output_kind="image",
    source="002_7ebea7f48f16395c.txt:3026-3043",
)
