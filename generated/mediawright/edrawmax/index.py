# Emitted from specs/edrawmax/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Every name of an operation: the vendor's own, the model code, and the client's path."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "Generate Flowchart": "text_to_diagram.flowchart",
    "Generate Gantt Chart": "text_to_diagram.gantt",
    "Generate Infographic": "text_to_diagram.infographic",
    "Generate Mind Map": "text_to_diagram.mindmap",
    "text_to_diagram.flowchart": "text_to_diagram.flowchart",
    "text_to_diagram.gantt": "text_to_diagram.gantt",
    "text_to_diagram.infographic": "text_to_diagram.infographic",
    "text_to_diagram.mindmap": "text_to_diagram.mindmap",
}
