"""The vendor's operations by every name they go by."""

OPERATIONS = {
    "Big Model": "text_to_video.big_model",
    "t2v-big": "text_to_video.big_model",
    "text_to_video.big_model": "text_to_video.big_model",
    "text_to_video.slow_model": "text_to_video.slow_model",
    "Task Result": "tasks.result",
    "tasks.result": "tasks.result",
    "tasks.list": "tasks.list",
    "Credits": "account.credits",
    "account.credits": "account.credits",
    "files.upload": "files.upload",
    "text_to_diagram.flowchart": "text_to_diagram.flowchart",
}
