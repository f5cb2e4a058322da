# Emitted from specs/tomoviee/apis/image_recognition_vendor_page.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.recognition_vendor_page` sends and accepts."""

from __future__ import annotations

from mediawright.tomoviee.models.image_to_image.recognition_vendor_page import (
    RecognitionVendorPageRequest,
    RecognitionVendorPageResponse,
)
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="image_to_image.recognition_vendor_page",
    name="Image Recognition (vendor page)",
    method="POST",
    endpoint="/v1/open/capacity/application/tm_reference_img2mask",
    parameters=(
        Parameter(name="template_info", wire_name="template_info", allowed="a list, each an object"),
        Parameter(name="callback", wire_name="callback", allowed="a string"),
        Parameter(name="params", wire_name="params", allowed="a string"),
    ),
    request=RecognitionVendorPageRequest,
    response=RecognitionVendorPageResponse,
    task="generation",
    output_kind="image",
    source="vendors.md:60",
)
