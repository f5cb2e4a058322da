"""The vendor's clients."""

from acme_client.operations.account import credits as credits_
from acme_client.operations.files import upload
from acme_client.operations.tasks import list as list_
from acme_client.operations.tasks import result
from acme_client.operations.text_to_diagram import flowchart
from acme_client.operations.text_to_video import big_model, slow_model
from acme_client.vendor import VENDOR
from mediawright_runtime.asynchronous import AsyncCategory, AsyncClient
from mediawright_runtime.client import Category, Client


class Account(Category):
    def credits(self):
        return self._call(credits_.OPERATION)


class Files(Category):
    def upload(self, *, content, file_name):
        return self._call(upload.OPERATION, content=content, file_name=file_name)


class Tasks(Category):
    def result(self, *, task_id):
        return self._call(result.OPERATION, task_id=task_id)

    def list(self, *, page=None, kinds=None, deep=None, client_tag=None):
        return self._call(list_.OPERATION, page=page, kinds=kinds, deep=deep, client_tag=client_tag)


class TextToDiagram(Category):
    def flowchart(self, *, prompt):
        return self._call(flowchart.OPERATION, prompt=prompt)


class TextToVideo(Category):
    def big_model(self, *, prompt, **optional):
        return self._start(big_model.OPERATION, prompt=prompt, **optional)

    def slow_model(self, *, prompt):
        return self._start(slow_model.OPERATION, prompt=prompt)


class AsyncAccount(AsyncCategory):
    async def credits(self):
        return await self._call(credits_.OPERATION)


class AsyncFiles(AsyncCategory):
    async def upload(self, *, content, file_name):
        return await self._call(upload.OPERATION, content=content, file_name=file_name)


class AsyncTasks(AsyncCategory):
    async def result(self, *, task_id):
        return await self._call(result.OPERATION, task_id=task_id)

    async def list(self, *, page=None, kinds=None, deep=None, client_tag=None):
        return await self._call(list_.OPERATION, page=page, kinds=kinds, deep=deep, client_tag=client_tag)


class AsyncTextToDiagram(AsyncCategory):
    async def flowchart(self, *, prompt):
        return await self._call(flowchart.OPERATION, prompt=prompt)


class AsyncTextToVideo(AsyncCategory):
    async def big_model(self, *, prompt, **optional):
        return await self._start(big_model.OPERATION, prompt=prompt, **optional)

    async def slow_model(self, *, prompt):
        return await self._start(slow_model.OPERATION, prompt=prompt)


class Acme(Client):
    def __init__(  # noqa: PLR0913 (as emitted clients)
        self, *, api_key=None, user_id=None, base_url=None, timeout=None, proxy=None, http_client=None
    ):
        given = {"api_key": api_key, "user_id": user_id}
        super().__init__(VENDOR, given, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def account(self):
        return Account(self)

    @property
    def files(self):
        return Files(self)

    @property
    def tasks(self):
        return Tasks(self)

    @property
    def text_to_diagram(self):
        return TextToDiagram(self)

    @property
    def text_to_video(self):
        return TextToVideo(self)


class AsyncAcme(AsyncClient):
    def __init__(  # noqa: PLR0913 (as emitted clients)
        self, *, api_key=None, user_id=None, base_url=None, timeout=None, proxy=None, http_client=None
    ):
        given = {"api_key": api_key, "user_id": user_id}
        super().__init__(VENDOR, given, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def account(self):
        return AsyncAccount(self)

    @property
    def files(self):
        return AsyncFiles(self)

    @property
    def tasks(self):
        return AsyncTasks(self)

    @property
    def text_to_diagram(self):
        return AsyncTextToDiagram(self)

    @property
    def text_to_video(self):
        return AsyncTextToVideo(self)
