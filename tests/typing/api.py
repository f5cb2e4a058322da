"""What an editor offers and refuses to those who use a generated client.

Never run: mypy and pyright, both strict, read it. A line that is wrong on purpose carries an `ignore` for each of them;
as both complain of an `ignore` that silences nothing, a refusal that disappears is an error here.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, assert_type

import httpx
import httpx2

from mediawright import RawResponse, Timeout, errors
from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright.mediaio.models.account.credits import CreditsResponse, CreditsResponseData
from mediawright.mediaio.models.tasks.result import ResultResponse, ResultResponseDataResult
from mediawright_runtime.file_answer import FileAnswer
from mediawright_runtime.models import ResponseModel
from mediawright_runtime.result import AsyncResult, Output, Result
from mediawright_runtime.task import AsyncTask, Task, TaskStatus

IMAGE = "https://example.com/in.png"
Duration = Literal["5s", "8s", "10s", "15s"]
"""What the vendor documents of one parameter."""
VendorStatus = Literal["waiting", "pending", "processing", "completed", "succeeded", "failed", "timeout"]
State = Literal["queued", "running", "succeeded", "failed", "cancelled", "expired", "unknown"]


# --- offered -----------------------------------------------------------------------------------------------------


def offers_a_task_and_its_result(client: MediaIO, duration: Duration | None) -> None:
    task = client.image_to_video.kling_3_0(image=IMAGE, prompt="a boat", duration=duration)
    assert_type(task, Task)
    assert_type(task.id, str)
    assert_type(task.token, str)
    assert_type(task.status(), TaskStatus)
    assert_type(task.status().state, State)
    assert_type(task.status().progress, float | None)
    assert_type(task.result(), Result)
    result = task.wait(timeout=600, poll_interval=2.5, max_polls=100, on_progress=lambda status: status.progress)
    assert_type(result, Result)
    assert_type(result.data, Mapping[str, object])
    assert_type(result.outputs, tuple[Output, ...])
    assert_type(result.outputs[0].url, str)
    assert_type(result.save("out"), tuple[Path, ...])
    assert_type(result.save(Path("out")), tuple[Path, ...])


def offers_timeouts_proxies_and_raw_answers(answers: list[RawResponse]) -> None:
    client = MediaIO(api_key="k", timeout=Timeout(connect=5, total=120), proxy="http://127.0.0.1:8080")
    copy = client.with_options(timeout=30, on_response=answers.append)
    assert_type(copy, MediaIO)
    assert_type(answers[0].status_code, int)
    assert_type(answers[0].content, bytes)


async def offers_the_same_with_await(client: AsyncMediaIO, duration: Duration | None) -> None:
    task = await client.image_to_video.kling_3_0(image=IMAGE, prompt="a boat", duration=duration)
    assert_type(task, AsyncTask)
    assert_type(task.token, str)
    assert_type(await task.status(), TaskStatus)
    assert_type(await task.result(), AsyncResult)
    result = await task.wait(timeout=None, on_progress=print)
    assert_type(result, AsyncResult)
    assert_type(result.outputs, tuple[Output, ...])
    assert_type(await result.save("out"), tuple[Path, ...])


async def offers_answers(client: MediaIO, other: AsyncMediaIO) -> None:
    balance = client.account.credits()
    assert_type(balance, CreditsResponse)
    assert_type(balance.data, CreditsResponseData | None)
    if balance.data:
        assert_type(balance.data.credits, int | None)
    answer = await other.tasks.result(task_id="t1")
    assert_type(answer, ResultResponse)
    if answer.data:
        assert_type(answer.data.status, VendorStatus | str | None)
        assert_type(answer.data.result, list[ResultResponseDataResult] | None)


async def offers_operations_by_name(client: MediaIO, other: AsyncMediaIO) -> None:
    started = client.call("image_to_video.kling_3_0", image=IMAGE, prompt="a boat")
    assert_type(started, Task | Result | FileAnswer | ResponseModel)
    if isinstance(started, Task):
        assert_type(started.wait(), Result)
    assert_type(await other.call("account.credits"), AsyncTask | AsyncResult | FileAnswer | ResponseModel)


async def offers_contexts_options_and_resumption() -> None:
    tokens: list[str] = []
    with MediaIO(api_key="k", base_url="http://127.0.0.1:8080", timeout=5) as client:
        assert_type(client, MediaIO)
        assert_type(client.with_options(timeout=5, on_submitted=tokens.append), MediaIO)
        assert_type(client.resume("token"), Task)
    async with AsyncMediaIO() as other:
        assert_type(other, AsyncMediaIO)
        assert_type(other.with_options(validate="warn", extra={"seed": 7}), AsyncMediaIO)
        assert_type(other.resume("token"), AsyncTask)


def offers_to_send_with_httpx_and_httpx2() -> None:
    MediaIO(http_client=httpx.Client())
    MediaIO(http_client=httpx2.Client())
    AsyncMediaIO(http_client=httpx.AsyncClient())
    AsyncMediaIO(http_client=httpx2.AsyncClient())


def offers_the_facts_of_errors(task: Task) -> None:
    try:
        task.wait()
    except errors.InvalidRequestError as error:
        assert_type(error.field, str)
        assert_type(error.allowed, str)
    except errors.VendorError as error:
        assert_type(error.code, str | int | float | bool | None)
        assert_type(error.http_status, int)
        assert_type(error.retry_after, float | None)
    except errors.TaskFailedError as error:
        assert_type(error.state, State)
    except errors.WaitTimeoutError as error:
        assert_type(error.status, TaskStatus | None)
    except errors.DownloadError as error:
        assert_type(error.saved, tuple[Path, ...])
    except errors.MediawrightError as error:
        assert_type(error.charged, Literal["no", "yes", "unknown"])
        assert_type(error.retryable, bool)
        assert_type(error.token, str | None)


# --- refused -----------------------------------------------------------------------------------------------------


async def refuses_wrong_parameters(client: MediaIO, other: AsyncMediaIO, text: str) -> None:
    create, acreate = client.image_to_video.kling_3_0, other.image_to_video.kling_3_0
    create(image=IMAGE, prompt="a", duration="9s")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    create(image=IMAGE, prompt="a", duration=text)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    create(image=IMAGE, prompt="a", generate_audio=True)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    create(image=IMAGE, prompt=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    create(image=IMAGE, prompt=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    create(image=IMAGE)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    create(image=IMAGE, prompt="a", seed=7)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    create(IMAGE, prompt="a")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await acreate(image=IMAGE, prompt=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await acreate(image=IMAGE)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def refuses_names_that_are_not_there(client: MediaIO) -> None:
    client.text_to_smell  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    client.image_to_video.kling_9  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    client.account.credits().balance  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


async def refuses_to_mix_sync_and_async(client: MediaIO, other: AsyncMediaIO, task: AsyncTask) -> None:
    await client.account.credits()  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    other.account.credits()  # type: ignore[unused-coroutine]  # pyright: ignore[reportUnusedCoroutine]
    task.wait().outputs  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    with other:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
    async with client:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
    MediaIO(http_client=httpx.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    AsyncMediaIO(http_client=httpx.Client())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def refuses_wrong_options(client: MediaIO) -> None:
    MediaIO("key")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    MediaIO(key="key")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.with_options(validate="maybe")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def refuses_what_may_not_be_there(client: MediaIO) -> None:
    client.account.credits().data.credits  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    client.call("account.credits").wait()  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def refuses_to_change_facts(result: Result, status: TaskStatus) -> None:
    result.outputs[0].url = IMAGE  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    status.state = "succeeded"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
