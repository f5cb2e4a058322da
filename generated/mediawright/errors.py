# Emitted from specs by `make generate`. Edit the spec, not this file.

"""The errors that callers meet, whatever the vendor."""

from mediawright_runtime.errors import (
    AmbiguousSubmitError,
    ConfigurationError,
    ConnectionFailedError,
    DownloadError,
    HostRefusedError,
    InvalidRequestError,
    MediawrightError,
    NotFinishedError,
    TaskFailedError,
    UnsupportedError,
    VendorError,
    WaitTimeoutError,
    WebhookError,
)

__all__ = [
    "AmbiguousSubmitError",
    "ConfigurationError",
    "ConnectionFailedError",
    "DownloadError",
    "HostRefusedError",
    "InvalidRequestError",
    "MediawrightError",
    "NotFinishedError",
    "TaskFailedError",
    "UnsupportedError",
    "VendorError",
    "WaitTimeoutError",
    "WebhookError",
]
