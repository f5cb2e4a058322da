"""How hard to look: the same few examples every time, or, with `--hypothesis-profile=long`, other ones for long."""

from hypothesis import HealthCheck, settings

_ALWAYS = {"database": None, "deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("long", max_examples=1000, **_ALWAYS)


def effort(examples):
    """Decorate a property that is usually tried with so many examples."""
    if settings.get_current_profile_name() == "long":
        return settings()
    return settings(max_examples=examples, derandomize=True, **_ALWAYS)
