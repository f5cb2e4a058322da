"""Rules against secrets and persons in specs, which everybody can read for ever."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.credentials import is_secret_name
from mediawright_generator.check.links import is_reserved
from mediawright_generator.check.rule import Finding, each_file
from mediawright_generator.check.texts import texts
from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.nodes import Path

_KNOWN: Final = re.compile(
    r"""
    (?P<key> \b(?:sk|rk|pk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{16,}
      | \b(?:AKIA|ASIA)[0-9A-Z]{16}\b
      | \bgh[pousr]_[A-Za-z0-9]{20,} | \bgithub_pat_\w{20,} | \bglpat-[\w-]{16,}
      | \bxox[abeprs]-[A-Za-z0-9-]{10,}
      | \bAIza[\w-]{30,}
      | \b(?:hf|r8)_[A-Za-z0-9]{24,} )
    | (?P<token> \beyJ[\w-]{8,}\.[\w-]{8,} )
    | (?P<header> \b(?:Bearer|Basic)\s+(?P<value>[\w.~+/-]{16,}=*) )
    | (?P<pem> -----BEGIN[A-Z ]*PRIVATE[ ]KEY )
    | (?P<url> [?&](?:[\w-]*signature|sig|[\w-]*token|api_?key|auth_key|secret)=(?P<signed>[^&\s]{16,}) )
    | (?P<login> \bhttps?://[^/\s:@]+:[^/\s@]+@ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORDS: Final = {
    "key": "the key of an account",
    "token": "a signed token",
    "header": "a credential",
    "pem": "a private key",
    "url": "an address that is signed",
    "login": "an address with a password",
}
_PLACEHOLDER: Final = re.compile(
    r"your|x{3}|example|placeholder|dummy|sample|change.?me|redacted|secret|\.{3}|\*{3}|[<>{}]|token|_here|api.?key",
    re.IGNORECASE,
)
_SHORTEST: Final = 16
"""Fewest characters of a secret without a blank in it."""
_FEWEST_LETTERS: Final = 8
"""Different characters below which a text is filler, as `0000` or `abcabc`."""
_RANDOM: Final = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9+/_=.:-]{20,128}")
_KEY: Final = re.compile(r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{32,64}={0,2}|(?=.*\d)(?=.*[a-f])[0-9a-f]{32,64}")
_SECRET_NAMES: Final = frozenset({"token", "refresh_token", "id_token", "session_token", "signature", "bearer"})
_KNOWN_TO_BE_RANDOM: Final = re.compile(
    r"(id|ids|uuid|guid|key|md5|sha\d*|hash|etag|digest|checksum|version|revision|document|url|uri|val|cursor|name"
    r"|path|image|video|audio|file|data|b64_json|base64|content|model)$",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(r"\b([\w.+-]+)@([\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})\b")
_ROLES: Final = re.compile(r"(support|info|contact|sales|help|hello|admin|service|no-?reply|user|name|me|test|git)\d*")
_PHONE: Final = re.compile(r"(?<![\w.+/-])\+\d{1,3}[ -]?\(?\d{2,4}\)?(?:[ -]?\d{2,4}){2,3}(?![\w.])")


def secret_in_spec(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find texts in the form of a secret: keys with a known beginning, tokens, signed addresses."""
    for located in each_file(loaded):
        for path, text in texts(located.model):
            found = _KNOWN.search(text) if _may_hold_a_secret(text) else None
            kind = _secret_kind(found) if found else ""
            if kind:
                what = f"the text looks like {_WORDS[kind]}"
                yield Finding(located.place(*path), what, "withdraw it at the vendor, and write a placeholder")


def secret_looking_value(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find values as random as a secret is, where nothing says that they are an identifier."""
    for located in each_file(loaded):
        for path, text in texts(located.model):
            if _may_hold_a_secret(text) and _is_like_a_secret(path, text) and not _KNOWN.search(text):
                what = "the value is as random as a secret"
                yield Finding(located.place(*path), what, "write a placeholder, as <token>")


def personal_data(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find addresses and telephone numbers of people."""
    for located in each_file(loaded):
        for path, text in texts(located.model):
            mail = _EMAIL.search(text) if "@" in text else None
            if mail and not is_reserved(mail[2].lower()) and not _ROLES.fullmatch(mail[1].lower()):
                yield Finding(located.place(*path), "the text has somebody's e-mail address", "write user@example.com")
            elif "+" in text and _PHONE.search(text):
                yield Finding(located.place(*path), "the text has a telephone number", "write a placeholder")


def _may_hold_a_secret(text: str) -> bool:
    """Leave out most texts at once: they are words."""
    return len(text) >= _SHORTEST and ("-----" in text or max(map(len, text.split()), default=0) >= _SHORTEST)


def _secret_kind(found: re.Match[str]) -> str:
    kind = next(kind for kind in _WORDS if found[kind])
    value = found["value"] or found["signed"] or found[0]
    if kind in {"pem", "token"}:
        return kind
    if kind == "login":
        return "" if _PLACEHOLDER.search(found[0].partition("//")[2]) else kind
    is_random = len(set(value)) >= _FEWEST_LETTERS and any(map(str.isdigit, value))
    return kind if is_random and not _PLACEHOLDER.search(value) else ""


def _is_like_a_secret(path: Path, text: str) -> bool:
    name = next((each for each in reversed(path) if isinstance(each, str)), "")
    if _PLACEHOLDER.search(text) or len(set(text)) < _FEWEST_LETTERS:
        return False
    if is_secret_name(name) or name.lower() in _SECRET_NAMES or path[:1] == ("api_header",):
        return _RANDOM.fullmatch(text) is not None
    return _KEY.fullmatch(text) is not None and not _KNOWN_TO_BE_RANDOM.search(name)
