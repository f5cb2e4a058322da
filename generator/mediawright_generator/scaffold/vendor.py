"""A vendor.yaml from what a person knows of a vendor."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from mediawright_generator.importer.text import vendor_text
from mediawright_generator.scaffold.asking import Asker
from mediawright_generator.scaffold.authorization import (
    FORMS,
    authorization,
    check_form,
    check_variables,
    variables,
)
from mediawright_generator.scaffold.unknown import listed_or_unknown, source
from mediawright_generator.spec import Vendor
from mediawright_generator.spec.naming import class_name


def new_vendor(name: str, ask: Asker, today: str) -> str:
    """Ask for what must be known of a vendor, and write its vendor.yaml.

    Raises:
        ValueError: An answer cannot be read.
        MissingError: Something must be known, and there is nobody to ask.
    """
    check_name(name)
    title = ask.need("title", "Its name as people write it", name.replace("_", " ").title())
    facts: dict[str, Any] = {
        "name": name,
        "title": title,
        "client": ask.need("client", "The name of the client class", class_name(name), _check_class),
        "description": ask.may("description", "What it offers, in one sentence of your own"),
        "servers": [{"url": ask.need("base-url", "The address of its API", read=_check_address).rstrip("/")}],
    }
    form = ask.need("auth", f"How a secret goes along ({FORMS})", read=check_form)
    facts |= _credentials(form, name, ask)
    facts["output_hosts"] = listed_or_unknown(
        ask.may("output-host", "Hosts of the files that it makes, with commas between")
    )
    facts["sources"] = source(ask.may("document", "The document that you read, a file or an address"), today)
    ask.settle()
    facts = {key: value for key, value in facts.items() if value}
    return vendor_text(Vendor.model_validate_json(json.dumps(facts | {"review": list(_unknown(facts))})))


def check_name(name: str) -> None:
    """Refuse a name that no folder and no module can have.

    Raises:
        ValueError: It is such a name.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise ValueError(f"{name!r} cannot name a vendor; take lower case letters, digits and underscores")


def _credentials(form: str, name: str, ask: Asker) -> dict[str, Any]:
    if form in {"", "none"}:
        return {}
    names = ask.need(
        "env",
        "The environment variables that have its secrets",
        variables(form, name),
        lambda text: check_variables(form, text),
    )
    return authorization(form, names)


def _unknown(facts: dict[str, Any]) -> Iterator[dict[str, str]]:
    yield {"fact": "envelope", "note": "Unknown how an answer says that a call failed; the HTTP status alone counts."}
    yield {"fact": "api_code_demo", "note": "Unknown which error codes there are, and what they mean."}
    if "output_hosts" not in facts:
        yield {"fact": "output_hosts", "note": "Unknown where its files are; any public https host is taken."}


def _check_class(text: str) -> None:
    if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", text):
        raise ValueError("give a class name, as Acme")


def _check_address(text: str) -> None:
    parts = urlsplit(text)
    if parts.scheme not in {"https", "http"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("give an address, as https://api.acme.com/v1")
