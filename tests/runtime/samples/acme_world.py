"""A client of the sample vendor with a scripted transport and a clock in which nobody waits."""

import asyncio
import inspect
import json
import pickle

from acme_client import Acme, AsyncAcme

from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.recorder import Answer, Recorded

TOKEN = '{"v":1,"vendor":"acme","operation":"text_to_video.big_model","id":"t1"}'
URL = "https://8.8.8.8/files/out.mp4"


def created(task_id="t1", **more):
    return Answer({"code": 0, "msg": "", "data": {"task_id": task_id}, "trace_id": "r1", **more})


def standing(status, *urls, **data):
    result = [{"preview": url} for url in urls]
    return Answer({"code": 0, "data": {"task_id": "t1", "status": status, "result": result, **data}, "trace_id": "r2"})


DONE = standing("completed", URL)


def through_pickle(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 (our own bytes)


class Script:
    """What both transports do: record, let time pass, then answer or fail."""

    def __init__(self, world):
        self.world = world

    def take(self, method, url, *, content, headers, timeout, follow_redirects):  # noqa: PLR0913 (the shape of httpx)
        assert follow_redirects is False
        self.world.requests.append(Recorded(method, url, dict(headers), content))
        _, timeout, _, _ = timeout
        self.world.timeouts.append(timeout)
        step = self.world.next_step()
        if inspect.isfunction(step):
            step = step(self.world, timeout)
        if isinstance(step, BaseException):
            raise step
        return step


class SyncTransport(Script):
    def request(self, method, url, **options):
        return self.take(method, url, **options)


class AsyncTransport(Script):
    async def request(self, method, url, **options):
        return self.take(method, url, **options)


class World:
    def __init__(self, kind, clients=(Acme, AsyncAcme), **credentials):
        self.kind = kind
        self.made = clients[kind == "async"]
        self.credentials = credentials or ({"api_key": "key-1234567890"} if clients[0] is Acme else {})
        self.requests = []
        self.timeouts = []
        """Seconds to wait for more of an answer."""
        self.sleeps = []
        self.clock = 1000.0
        self.steps = []
        self.forever = None

    def answers(self, *steps, forever=None):
        """Script what the transport does: an Answer, an exception, or a function that lets time pass and gives one."""
        self.steps, self.forever = list(steps), forever

    def next_step(self):
        return self.steps.pop(0) if self.steps else self.forever

    @property
    def elapsed(self):
        return self.clock - 1000.0

    @property
    def sent(self):
        """The body of the only request."""
        assert len(self.requests) == 1
        return json.loads(self.requests[0].content)

    def client(self, **options):
        options = {**self.credentials, **options}
        if self.kind == "sync":
            client = self.made(**options, http_client=SyncTransport(self))
            client.caller.driver = Driver(client.caller.driver.http, lambda: self.clock, self._sleep)
        else:
            client = self.made(**options, http_client=AsyncTransport(self))
            client.caller.driver = AsyncDriver(client.caller.driver.http, lambda: self.clock, self._asleep)
        return client

    def run(self, act, client=None):
        """Do something with a client, and await it where that is due."""
        return self.settle(lambda: act(client or self.client()))

    def settle(self, act):
        async def settled():
            value = act()
            return await value if inspect.isawaitable(value) else value

        return asyncio.run(settled()) if self.kind == "async" else act()

    def create(self, **params):
        return self.run(lambda client: client.text_to_video.big_model(**{"prompt": "a boat", **params}))

    def wait(self, **options):
        return self.run(lambda client: client.resume(TOKEN).wait(**options))

    def _sleep(self, seconds):
        assert seconds >= 0
        self.sleeps.append(seconds)
        self.clock += seconds

    async def _asleep(self, seconds):
        self._sleep(seconds)


def after(seconds, step):
    """Let an exchange take its time, as far as the timeout allows."""

    def wait(world, timeout):
        import httpx

        world.clock += min(seconds, timeout)
        return step if seconds <= timeout else httpx.ReadTimeout("slow")

    return wait
