"""The rules on addresses, credentials and secrets."""

from typing import Final

from mediawright_generator.check import credentials, hosts, links, secrets
from mediawright_generator.check.rule import Rule, each_record

CREDENTIALS: Final = (
    Rule(
        "unknown-credential",
        "What is filled with a credential that nobody describes could not be sent.",
        credentials.unknown_credential,
        fix="Add the credential to `credentials` or `tokens` in vendor.yaml, or name one that is there.",
    ),
    Rule(
        "unused-credential",
        "A credential that goes nowhere is asked of callers in vain, or the header that carries it is missing.",
        credentials.unused_credential,
        severity="warning",
        fix="Name it in `api_header`, or remove it.",
    ),
    Rule(
        "repeated-environment",
        "Two credentials that are read from one environment variable cannot both be right.",
        credentials.repeated_environment,
        fix="Give each credential the variable that its vendor names.",
    ),
    Rule(
        "unknown-token-code",
        "A token that has expired is fetched anew on this code alone, so that a wrong one ends every later call.",
        credentials.unknown_token_code,
        fix="Write the code with which the vendor says that a token has expired, as `api_code_demo` explains it.",
    ),
    Rule(
        "secret-in-url",
        "Addresses are written to logs, and a secret with them.",
        each_record(credentials.secret_in_url),
        severity="warning",
        fix="Send it in a header; allow it by name where the vendor documents no other way.",
    ),
)

HOSTS: Final = (
    Rule(
        "server-without-https",
        "Keys that are sent in the clear can be read by everybody on the way.",
        hosts.server_without_https,
        fix="Write https, or name a service on the caller's own machine by localhost.",
    ),
    Rule(
        "malformed-server",
        "A server with a user name, at a bare number or at a placeholder is not the one that a vendor documents.",
        hosts.malformed_server,
        fix="Write the address that the vendor documents, by the name of its host.",
    ),
    Rule(
        "repeated-server",
        "A server that stands there twice offers no choice, and another one was meant.",
        hosts.repeated_server,
        fix="Remove one of the two, or correct it.",
    ),
    Rule(
        "malformed-output-host",
        "Hosts are compared as names, so that a wildcard, a scheme, a path or a capital admits no file at all.",
        hosts.malformed_output_host,
        fix="Write the name of the host alone, in lower case, with a leading dot for all hosts below it.",
    ),
    Rule(
        "wide-output-host",
        "Where anybody may put files, a file from there is nobody's, and a client would fetch it as the vendor's.",
        hosts.wide_output_host,
        fix="Name the vendor's own host below it; allow it by name where the vendor publishes no other.",
    ),
    Rule(
        "repeated-output-host",
        "An output host that another one admits already tells nothing, and another one was meant.",
        hosts.repeated_output_host,
        severity="warning",
        fix="Remove it, or correct it.",
    ),
    Rule(
        "output-outside-hosts",
        "A client refuses files from hosts that the vendor does not list, so that a documented result would be lost.",
        each_record(links.output_outside_hosts),
        severity="warning",
        fix="Add the host to `output_hosts` in vendor.yaml, or write a placeholder.",
    ),
    Rule(
        "foreign-host-in-example",
        "Whoever tries an example would fetch from, or send to, somebody who does not know of it.",
        each_record(links.foreign_host_in_example),
        severity="warning",
        fix="Write example.com; allow it by name where the vendor's own example has it.",
    ),
)

SECRETS: Final = (
    Rule(
        "secret-in-spec",
        "Specs are public and keep their history, so that a key in them is everybody's.",
        secrets.secret_in_spec,
        fix="Withdraw the secret at the vendor, and write a placeholder, as `<token>`.",
    ),
    Rule(
        "secret-looking-value",
        "A value as random as a key may be one, and specs are public and keep their history.",
        secrets.secret_looking_value,
        severity="warning",
        fix="Write a placeholder, as `<token>`; allow it by name where it is no secret.",
    ),
    Rule(
        "personal-data",
        "Addresses and telephone numbers of people are not ours to publish.",
        secrets.personal_data,
        severity="warning",
        fix="Write a placeholder, as user@example.com.",
    ),
)
