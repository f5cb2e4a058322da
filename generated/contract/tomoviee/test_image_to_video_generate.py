# Emitted from specs/tomoviee/apis/image_to_video.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.generate` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "image_to_video.generate"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.wondershare.cc",
    credentials={"app_key": "test-app_key", "app_secret": "test-app_secret"},
)
BASE: dict[str, Any] = {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v1/open/capacity/application/tm_img2video_b",
    "query": {},
    "headers": {
        "Content-Type": "application/json",
        "X-App-Key": "test-app_key",
        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
    },
    "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg"},
}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE
            | {
                "prompt": "Camera slowly pushes in, gentle motion in the scene, cinematic lighting",
                "image": "https://example.com/landscape.jpg",
                "resolution": "720p",
                "duration": 5,
                "aspect_ratio": "original",
            },
            REQUEST
            | {
                "body": {
                    "prompt": "Camera slowly pushes in, gentle motion in the scene, cinematic lighting",
                    "image": "https://example.com/landscape.jpg",
                    "resolution": "720p",
                    "duration": 5,
                    "aspect_ratio": "original",
                }
            },
            id="A landscape in its own shape",
        ),
        pytest.param(
            BASE
            | {
                "prompt": "Camera slowly pushes in with natural movement",
                "image": "https://example.com/image.jpg",
                "resolution": "720p",
                "duration": 5,
                "aspect_ratio": "original",
            },
            REQUEST
            | {
                "body": {
                    "prompt": "Camera slowly pushes in with natural movement",
                    "image": "https://example.com/image.jpg",
                    "resolution": "720p",
                    "duration": 5,
                    "aspect_ratio": "original",
                }
            },
            id="The sample of the reference",
        ),
        pytest.param(
            BASE
            | {
                "prompt": "Camera slowly panning right, golden hour lighting",
                "image": "https://example.com/sunset-beach.jpg",
                "resolution": "720p",
                "duration": 5,
                "aspect_ratio": "original",
                "camera_move_index": 12,
            },
            REQUEST
            | {
                "body": {
                    "prompt": "Camera slowly panning right, golden hour lighting",
                    "image": "https://example.com/sunset-beach.jpg",
                    "resolution": "720p",
                    "duration": 5,
                    "aspect_ratio": "original",
                    "camera_move_index": 12,
                }
            },
            id="A beach with a camera movement",
        ),
        pytest.param(
            BASE
            | {
                "prompt": "猫咪转头看向镜头",
                "image": "https://example.com/cat.jpg",
                "resolution": "720p",
                "duration": 5,
                "aspect_ratio": "16:9",
                "camera_move_index": 9,
            },
            REQUEST
            | {
                "body": {
                    "prompt": "猫咪转头看向镜头",
                    "image": "https://example.com/cat.jpg",
                    "resolution": "720p",
                    "duration": 5,
                    "aspect_ratio": "16:9",
                    "camera_move_index": 9,
                }
            },
            id="A cat before a resting camera, the rest as the vendor's client fills it in",
        ),
        pytest.param(
            BASE
            | {
                "prompt": "女孩突然转头,右手拿起无线耳机戴在耳朵上",
                "image": "https://example.com/girl.jpg",
                "resolution": "720p",
                "duration": 5,
                "aspect_ratio": "16:9",
                "camera_move_index": 13,
            },
            REQUEST
            | {
                "body": {
                    "prompt": "女孩突然转头,右手拿起无线耳机戴在耳朵上",
                    "image": "https://example.com/girl.jpg",
                    "resolution": "720p",
                    "duration": 5,
                    "aspect_ratio": "16:9",
                    "camera_move_index": 13,
                }
            },
            id="A girl with an earphone, the rest as the vendor's client fills it in",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(
            BASE
            | {
                "resolution": None,
                "duration": None,
                "aspect_ratio": None,
                "camera_move_index": None,
                "callback": None,
                "params": None,
            },
            REQUEST,
            id="None for what may be left out",
        ),
        pytest.param(
            BASE
            | {
                "resolution": "720p",
                "duration": 5,
                "aspect_ratio": "16:9",
                "camera_move_index": 1,
                "callback": "a paper boat sails 7",
                "params": "a paper boat sails 8",
            },
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "image": "https://example.com/in.jpg",
                    "resolution": "720p",
                    "duration": 5,
                    "aspect_ratio": "16:9",
                    "camera_move_index": 1,
                    "callback": "a paper boat sails 7",
                    "params": "a paper boat sails 8",
                }
            },
            id="every parameter",
        ),
        pytest.param(
            BASE | {"camera_move_index": "orbit"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 1}},
            id="camera_move_index by name: orbit",
        ),
        pytest.param(
            BASE | {"camera_move_index": "spin"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 2}},
            id="camera_move_index by name: spin",
        ),
        pytest.param(
            BASE | {"camera_move_index": "pan left"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 3}},
            id="camera_move_index by name: pan left",
        ),
        pytest.param(
            BASE | {"camera_move_index": "pan right"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 4}},
            id="camera_move_index by name: pan right",
        ),
        pytest.param(
            BASE | {"camera_move_index": "tilt up"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 5}},
            id="camera_move_index by name: tilt up",
        ),
        pytest.param(
            BASE | {"camera_move_index": "tilt down"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 6}},
            id="camera_move_index by name: tilt down",
        ),
        pytest.param(
            BASE | {"camera_move_index": "push in"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 7}},
            id="camera_move_index by name: push in",
        ),
        pytest.param(
            BASE | {"camera_move_index": "pull out"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 8}},
            id="camera_move_index by name: pull out",
        ),
        pytest.param(
            BASE | {"camera_move_index": "static"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 9}},
            id="camera_move_index by name: static",
        ),
        pytest.param(
            BASE | {"camera_move_index": "tracking"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 10}
            },
            id="camera_move_index by name: tracking",
        ),
        pytest.param(
            BASE | {"camera_move_index": "others"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 11}
            },
            id="camera_move_index by name: others",
        ),
        pytest.param(
            BASE | {"camera_move_index": "object pov"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 12}
            },
            id="camera_move_index by name: object pov",
        ),
        pytest.param(
            BASE | {"camera_move_index": "super dolly in"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 13}
            },
            id="camera_move_index by name: super dolly in",
        ),
        pytest.param(
            BASE | {"camera_move_index": "super dolly out"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 14}
            },
            id="camera_move_index by name: super dolly out",
        ),
        pytest.param(
            BASE | {"camera_move_index": "snorricam"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 15}
            },
            id="camera_move_index by name: snorricam",
        ),
        pytest.param(
            BASE | {"camera_move_index": "head tracking"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 16}
            },
            id="camera_move_index by name: head tracking",
        ),
        pytest.param(
            BASE | {"camera_move_index": "car grip"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 17}
            },
            id="camera_move_index by name: car grip",
        ),
        pytest.param(
            BASE | {"camera_move_index": "screen transition"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 18}
            },
            id="camera_move_index by name: screen transition",
        ),
        pytest.param(
            BASE | {"camera_move_index": "car chasing"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 19}
            },
            id="camera_move_index by name: car chasing",
        ),
        pytest.param(
            BASE | {"camera_move_index": "fisheye"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 20}
            },
            id="camera_move_index by name: fisheye",
        ),
        pytest.param(
            BASE | {"camera_move_index": "FPV drone"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 21}
            },
            id="camera_move_index by name: FPV drone",
        ),
        pytest.param(
            BASE | {"camera_move_index": "crane over the head"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 22}
            },
            id="camera_move_index by name: crane over the head",
        ),
        pytest.param(
            BASE | {"camera_move_index": "timelapse landscape"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 23}
            },
            id="camera_move_index by name: timelapse landscape",
        ),
        pytest.param(
            BASE | {"camera_move_index": "dolly in"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 24}
            },
            id="camera_move_index by name: dolly in",
        ),
        pytest.param(
            BASE | {"camera_move_index": "dolly out"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 25}
            },
            id="camera_move_index by name: dolly out",
        ),
        pytest.param(
            BASE | {"camera_move_index": "zoom in"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 26}
            },
            id="camera_move_index by name: zoom in",
        ),
        pytest.param(
            BASE | {"camera_move_index": "zoom out"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 27}
            },
            id="camera_move_index by name: zoom out",
        ),
        pytest.param(
            BASE | {"camera_move_index": "close-up shot"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 29}
            },
            id="camera_move_index by name: close-up shot",
        ),
        pytest.param(
            BASE | {"camera_move_index": "extreme close-up"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 30}
            },
            id="camera_move_index by name: extreme close-up",
        ),
        pytest.param(
            BASE | {"camera_move_index": "Macro shot"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 31}
            },
            id="camera_move_index by name: Macro shot",
        ),
        pytest.param(
            BASE | {"camera_move_index": "bird's-eye view"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 32}
            },
            id="camera_move_index by name: bird's-eye view",
        ),
        pytest.param(
            BASE | {"camera_move_index": "rule of thirds"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 33}
            },
            id="camera_move_index by name: rule of thirds",
        ),
        pytest.param(
            BASE | {"camera_move_index": "symmetrical composition"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 34}
            },
            id="camera_move_index by name: symmetrical composition",
        ),
        pytest.param(
            BASE | {"camera_move_index": "handheld"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 35}
            },
            id="camera_move_index by name: handheld",
        ),
        pytest.param(
            BASE | {"camera_move_index": "FPV shot"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 36}
            },
            id="camera_move_index by name: FPV shot",
        ),
        pytest.param(
            BASE | {"camera_move_index": "jib up"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 37}
            },
            id="camera_move_index by name: jib up",
        ),
        pytest.param(
            BASE | {"camera_move_index": "jib down"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 38}
            },
            id="camera_move_index by name: jib down",
        ),
        pytest.param(
            BASE | {"camera_move_index": "Time lapse shot"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 40}
            },
            id="camera_move_index by name: Time lapse shot",
        ),
        pytest.param(
            BASE | {"camera_move_index": "aerial shot"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 41}
            },
            id="camera_move_index by name: aerial shot",
        ),
        pytest.param(
            BASE | {"camera_move_index": "low angle shot"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 42}
            },
            id="camera_move_index by name: low angle shot",
        ),
        pytest.param(
            BASE | {"camera_move_index": "Eye-level shot"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 43}
            },
            id="camera_move_index by name: Eye-level shot",
        ),
        pytest.param(
            BASE | {"camera_move_index": "diagonal composition"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 44}
            },
            id="camera_move_index by name: diagonal composition",
        ),
        pytest.param(
            BASE | {"camera_move_index": "over shoulder shot"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 45}
            },
            id="camera_move_index by name: over shoulder shot",
        ),
        pytest.param(
            BASE | {"camera_move_index": "crane down"},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 46}
            },
            id="camera_move_index by name: crane down",
        ),
    ],
)
def test_sends_exactly_this(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"resolution": "720p"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "resolution": "720p"}},
            id="resolution: '720p'",
        ),
        pytest.param(
            BASE | {"resolution": "1080p"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "resolution": "1080p"}},
            id="resolution: '1080p'",
        ),
        pytest.param(
            BASE | {"duration": 5},
            REQUEST | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "duration": 5}},
            id="duration: 5",
        ),
        pytest.param(
            BASE | {"aspect_ratio": "16:9"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "aspect_ratio": "16:9"}},
            id="aspect_ratio: '16:9'",
        ),
        pytest.param(
            BASE | {"aspect_ratio": "9:16"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "aspect_ratio": "9:16"}},
            id="aspect_ratio: '9:16'",
        ),
        pytest.param(
            BASE | {"aspect_ratio": "4:3"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "aspect_ratio": "4:3"}},
            id="aspect_ratio: '4:3'",
        ),
        pytest.param(
            BASE | {"aspect_ratio": "3:4"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "aspect_ratio": "3:4"}},
            id="aspect_ratio: '3:4'",
        ),
        pytest.param(
            BASE | {"aspect_ratio": "1:1"},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "aspect_ratio": "1:1"}},
            id="aspect_ratio: '1:1'",
        ),
        pytest.param(
            BASE | {"aspect_ratio": "original"},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "image": "https://example.com/in.jpg",
                    "aspect_ratio": "original",
                }
            },
            id="aspect_ratio: 'original'",
        ),
        pytest.param(
            BASE | {"camera_move_index": 1},
            REQUEST
            | {"body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 1}},
            id="camera_move_index: minimum",
        ),
        pytest.param(
            BASE | {"camera_move_index": 46},
            REQUEST
            | {
                "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg", "camera_move_index": 46}
            },
            id="camera_move_index: maximum",
        ),
        pytest.param(
            BASE | {"prompt": "x" * 10000, "callback": "x" * 10000, "params": "x" * 10000},
            REQUEST
            | {
                "body": {
                    "prompt": "x" * 10000,
                    "image": "https://example.com/in.jpg",
                    "callback": "x" * 10000,
                    "params": "x" * 10000,
                }
            },
            id="long: prompt, callback, params",
        ),
    ],
)
def test_accepts(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"image": 0.5}, "image", id="image: a value of another type"),
        pytest.param(BASE | {"resolution": "no such value"}, "resolution", id="resolution: a foreign value"),
        pytest.param(BASE | {"resolution": 0.5}, "resolution", id="resolution: a value of another type"),
        pytest.param(BASE | {"duration": 6}, "duration", id="duration: a foreign value"),
        pytest.param(BASE | {"duration": "0.5 and more"}, "duration", id="duration: a value of another type"),
        pytest.param(BASE | {"aspect_ratio": "no such value"}, "aspect_ratio", id="aspect_ratio: a foreign value"),
        pytest.param(BASE | {"aspect_ratio": 0.5}, "aspect_ratio", id="aspect_ratio: a value of another type"),
        pytest.param(
            BASE | {"camera_move_index": 0}, "camera_move_index", id="camera_move_index: one step beyond minimum"
        ),
        pytest.param(
            BASE | {"camera_move_index": 47}, "camera_move_index", id="camera_move_index: one step beyond maximum"
        ),
        pytest.param(
            BASE | {"camera_move_index": "0.5 and more"},
            "camera_move_index",
            id="camera_move_index: a value of another type",
        ),
        pytest.param(
            BASE | {"camera_move_index": "full shot"},
            "camera_move_index",
            id="camera_move_index: full shot is two values",
        ),
        pytest.param(BASE | {"callback": 0.5}, "callback", id="callback: a value of another type"),
        pytest.param(BASE | {"params": 0.5}, "params", id="params: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
def test_refuses_what_is_near(client: testing.ClientClass) -> None:
    testing.check_refused_values(
        client,
        SUBJECT,
        BASE,
        {
            "prompt": [7],
            "image": [7],
            "resolution": [
                7,
                "720P",
                "719p",
                "721p",
                "720",
                720,
                "1080P",
                "1079p",
                "1081p",
                "1080",
                1080,
                "722p",
                "723p",
                "724p",
                "725p",
                "726p",
                "727p",
                "728p",
                "729p",
                "730p",
                "731p",
                "732p",
                "733p",
                "734p",
                "735p",
            ],
            "duration": ["5", 5.5, 4.5, 4, 6],
            "aspect_ratio": [7, "ORIGINAL", "Original"],
            "camera_move_index": ["1", 1.5, 0.5],
            "callback": [7],
            "params": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"image": "https://example.com/in.jpg"}, "prompt", id="prompt"),
        pytest.param({"prompt": "a paper boat sails"}, "image", id="image"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE,
            {"code": 0, "data": {"task_id": "task-1"}},
            {"token": {"v": 1, "vendor": "tomoviee", "operation": "image_to_video.generate", "id": "task-1"}},
            id="success by 0",
        ),
    ],
)
def test_reads_the_answer(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, SUBJECT, params, answer, expect, judge=judge)


def test_model_of_answers_has_every_documented_field() -> None:
    testing.check_model(
        Tomoviee,
        SUBJECT,
        {"code": 1, "msg": "text of msg", "data": {"task_id": "text of data.task_id"}},
        {"code": 1, "msg": "text of msg", "data.task_id": "text of data.task_id"},
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 1, "vendor": "tomoviee", "operation": "image_to_video.generate", "id": "task-1"},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "status": 3,
                    "result": '{"video_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
                },
            },
            {
                "state": "succeeded",
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["video", "video"],
            },
            id="its outputs",
        ),
    ],
)
def test_comes_to_its_outputs(
    client: testing.ClientClass, asked: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_task(client, SUBJECT, asked, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"code": 140013, "msg": "words of the vendor"},
            {"code": 140013, "kind": "auth", "message": "words of the vendor"},
            id="140013",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 400, "message": "words of the vendor"},
            id="HTTP 400",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "auth", "status": 401, "message": "words of the vendor"},
            id="HTTP 401",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 413, "message": "words of the vendor"},
            id="HTTP 413",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 422, "message": "words of the vendor"},
            id="HTTP 422",
        ),
        pytest.param(
            {"code": 987654321, "msg": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in code",
        ),
    ],
)
def test_raises_the_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, SUBJECT, BASE, answer, **facts)


@EITHER
def test_takes_no_other_code_for_success(client: testing.ClientClass) -> None:
    testing.check_no_success(
        client,
        SUBJECT,
        BASE,
        {
            1: {"code": 1},
            -1: {"code": -1},
            200: {"code": 200},
            "ok": {"code": "ok"},
        },
    )
