"""Makes text of a plan: from templates, from datamodel-code-generator for models, and as JSON for data."""

import json
from collections.abc import Mapping
from typing import Any

from mediawright_generator.cache import Shelf
from mediawright_generator.plan.views import Plan
from mediawright_generator.render.environment import environment
from mediawright_generator.render.models import render_models

__all__ = ["render"]


def render(plan: Plan, compiled: Shelf, made: Shelf) -> dict[str, str]:
    """Render every file of a plan, by path below the room of emitted files.

    `compiled` keeps templates, `made` keeps models that were made before.
    """
    data = {path: _json(each) for path, each in plan.data.items()}
    return _from_templates(plan, compiled) | render_models(plan.models, made) | data


def _from_templates(plan: Plan, compiled: Shelf) -> dict[str, str]:
    templates = environment(compiled)
    return {unit.path: templates.get_template(unit.template).render(view=unit.view) for unit in plan.units}


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
