"""What schemathesis must know of these vendors: many tell of an error in an envelope, inside HTTP 200.

Whether a request was accepted is therefore asked of the answer as its envelope means it, and whether the answer is the
documented one of the answer as it came. The checks of the first kind are schemathesis' own.
"""

from copy import copy

import requests
import schemathesis
from schemathesis.specs.openapi.checks import missing_required_header, negative_data_rejection, positive_data_acceptance

STATUSES = {"auth": 401, "not_found": 404}
"""What an error in an envelope counts as, by its kind."""


@schemathesis.check
def wrong_requests_are_refused(ctx, response, case):
    return negative_data_rejection(ctx, meant(response, case), case)


@schemathesis.check
def right_requests_are_accepted(ctx, response, case):
    return positive_data_acceptance(ctx, meant(response, case), case)


@schemathesis.check
def required_headers_are_asked_for(ctx, response, case):
    return missing_required_header(ctx, meant(response, case), case)


@schemathesis.check
class CredentialsAreAskedFor:
    """Sends what was accepted again without credentials and with wrong ones, once for each operation."""

    def __init__(self):
        self.asked = set()

    def after_response(self, ctx, response, case):
        schemes = {each.name for each in case.operation.security.iter_parameters()}
        accepted = meant(response, case).status_code < 300 and case.method == case.operation.method.upper()
        if not accepted or not schemes or _may_be_anonymous(case) or case.operation.label in self.asked:
            return
        self.asked.add(case.operation.label)
        given = schemes & set(response.request.headers)
        for changed in ({}, *({name: "wrong"} for name in given)):
            again = response.request.copy()
            for name in schemes:
                again.headers.pop(name, None)
            again.headers.update(changed)
            with requests.Session() as session:
                answer = session.send(again)
            status = _status(answer.status_code, answer.json(), case)
            assert status == 401, f"{case.operation.label} counts as HTTP {status} with the credentials {changed}"


def meant(response, case):
    """Copy a response with the HTTP status that its envelope means."""
    try:
        status = _status(response.status_code, response.json(), case)
    except ValueError:
        return response
    copied = copy(response)
    copied.status_code = status
    return copied


def _status(status, answer, case):
    envelope = _envelope(case)
    if status != 200 or not isinstance(answer, dict) or "code" not in envelope:
        return status
    code = next((answer[name] for name in envelope["code"].split("|") if name in answer), None)
    if code in envelope["success"] or (code is None and not envelope.get("required", True)):
        return status
    kinds = {each.get("code"): each.get("kind") for each in _operation(case).get("x-mediawright-codes", ())}
    return STATUSES.get(kinds.get(code), 400)


def _envelope(case):
    reference = _operation(case)["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    schemas = case.operation.schema.raw_schema["components"]["schemas"]
    return schemas[reference.rpartition("/")[2]].get("x-mediawright-envelope", {})


def _may_be_anonymous(case):
    document = case.operation.schema.raw_schema
    return {} in _operation(case).get("security", document.get("security", ()))


def _operation(case):
    return case.operation.schema.raw_schema["paths"][case.operation.path][case.operation.method.lower()]
