"""A vendor as the generator would emit it, small enough to read: what the runtime's tests drive."""

from acme_client.client import Acme, AsyncAcme

__all__ = ["Acme", "AsyncAcme"]
