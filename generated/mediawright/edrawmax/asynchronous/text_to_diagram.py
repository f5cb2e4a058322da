# Emitted from specs/edrawmax/apis by `make generate`. Edit the spec, not this file.

"""Operations of `text_to_diagram`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright_runtime.result import AsyncResult


class AsyncTextToDiagram(AsyncCategory):
    """Diagrams from words."""

    async def flowchart(
        self,
        *,
        prompt: str,
        lang: Literal["en", "cn", "jp", "kr", "es", "fr", "de", "it", "tw", "pt", "ru", "id"] | None = None,
        platform: Literal["web", "win", "mac", "ios", "android", "linux"] | None = None,
    ) -> AsyncResult:
        """Generate Flowchart: Draws a process, with its steps and decisions, as a Mermaid flowchart.

        Note:
            The answer comes at once with the addresses of a PNG and an SVG and the diagram's source.
            Who calls is said in the X-User-ID header, never in the body.

        Args:
            prompt: What the diagram shows, in plain words. A string of at least 1 character.
            lang: Language of the diagram. One of 'en', 'cn', 'jp', 'kr', 'es', 'fr', 'de', 'it', 'tw',
                'pt', 'ru', 'id'. En is English, cn is 简体中文, jp is 日本語, kr is 한국어, es is Español, fr is
                Français, de is Deutsch, it is Italiano, tw is 繁體中文, pt is Português, ru is Русский, id is
                Bahasa Indonesia. The vendor takes 'cn' when omitted.
            platform: Where the caller runs. One of 'web', 'win', 'mac', 'ios', 'android', 'linux'.

        Returns:
            The result: its files, and the whole answer.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 002_7ebea7f48f16395c.txt:249-278, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:373-387, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:17-48, read 2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:89-95,
        read 2026-11-20, not verified live; vendors.md:35-37, read 2026-11-20, not verified live.
        """
        from mediawright.edrawmax.operations.text_to_diagram.flowchart import OPERATION

        return await self._make(
            OPERATION,
            prompt=prompt,
            lang=lang,
            platform=platform,
        )

    async def gantt(
        self,
        *,
        prompt: str,
        lang: Literal["en", "cn", "jp", "kr", "es", "fr", "de", "it", "tw", "pt", "ru", "id"] | None = None,
        platform: Literal["web", "win", "mac", "ios", "android", "linux"] | None = None,
    ) -> AsyncResult:
        """Generate Gantt Chart: Draws the phases and dates of a project as a Gantt chart.

        Note:
            The answer comes at once with the addresses of a PNG and an SVG and the diagram's source.
            Who calls is said in the X-User-ID header, never in the body.

        Args:
            prompt: What the diagram shows, in plain words. A string of at least 1 character.
            lang: Language of the diagram. One of 'en', 'cn', 'jp', 'kr', 'es', 'fr', 'de', 'it', 'tw',
                'pt', 'ru', 'id'. En is English, cn is 简体中文, jp is 日本語, kr is 한국어, es is Español, fr is
                Français, de is Deutsch, it is Italiano, tw is 繁體中文, pt is Português, ru is Русский, id is
                Bahasa Indonesia. The vendor takes 'cn' when omitted.
            platform: Where the caller runs. One of 'web', 'win', 'mac', 'ios', 'android', 'linux'.

        Returns:
            The result: its files, and the whole answer.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 002_7ebea7f48f16395c.txt:311-340, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:373-387, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:17-48, read 2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:89-95,
        read 2026-11-20, not verified live; vendors.md:35-37, read 2026-11-20, not verified live.
        """
        from mediawright.edrawmax.operations.text_to_diagram.gantt import OPERATION

        return await self._make(
            OPERATION,
            prompt=prompt,
            lang=lang,
            platform=platform,
        )

    async def infographic(
        self,
        *,
        prompt: str,
        lang: Literal["en", "cn", "jp", "kr", "es", "fr", "de", "it", "tw", "pt", "ru", "id"] | None = None,
        platform: Literal["web", "win", "mac", "ios", "android", "linux"] | None = None,
    ) -> AsyncResult:
        """Generate Infographic: Draws figures and comparisons as an infographic.

        Note:
            The answer comes at once with the addresses of a PNG and an SVG and the diagram's source.
            Who calls is said in the X-User-ID header, never in the body.

        Args:
            prompt: What the diagram shows, in plain words. A string of at least 1 character.
            lang: Language of the diagram. One of 'en', 'cn', 'jp', 'kr', 'es', 'fr', 'de', 'it', 'tw',
                'pt', 'ru', 'id'. En is English, cn is 简体中文, jp is 日本語, kr is 한국어, es is Español, fr is
                Français, de is Deutsch, it is Italiano, tw is 繁體中文, pt is Português, ru is Русский, id is
                Bahasa Indonesia. The vendor takes 'cn' when omitted.
            platform: Where the caller runs. One of 'web', 'win', 'mac', 'ios', 'android', 'linux'.

        Returns:
            The result: its files, and the whole answer.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 002_7ebea7f48f16395c.txt:280-309, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:373-387, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:17-48, read 2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:89-95,
        read 2026-11-20, not verified live; vendors.md:35-37, read 2026-11-20, not verified live.
        """
        from mediawright.edrawmax.operations.text_to_diagram.infographic import OPERATION

        return await self._make(
            OPERATION,
            prompt=prompt,
            lang=lang,
            platform=platform,
        )

    async def mindmap(
        self,
        *,
        prompt: str,
        lang: Literal["en", "cn", "jp", "kr", "es", "fr", "de", "it", "tw", "pt", "ru", "id"] | None = None,
        platform: Literal["web", "win", "mac", "ios", "android", "linux"] | None = None,
    ) -> AsyncResult:
        """Generate Mind Map: Draws a topic and what belongs to it as a mind map.

        Note:
            The answer comes at once with the addresses of a PNG and an SVG and the diagram's source.
            Who calls is said in the X-User-ID header, never in the body.

        Args:
            prompt: What the diagram shows, in plain words. A string of at least 1 character.
            lang: Language of the diagram. One of 'en', 'cn', 'jp', 'kr', 'es', 'fr', 'de', 'it', 'tw',
                'pt', 'ru', 'id'. En is English, cn is 简体中文, jp is 日本語, kr is 한국어, es is Español, fr is
                Français, de is Deutsch, it is Italiano, tw is 繁體中文, pt is Português, ru is Русский, id is
                Bahasa Indonesia. The vendor takes 'cn' when omitted.
            platform: Where the caller runs. One of 'web', 'win', 'mac', 'ios', 'android', 'linux'.

        Returns:
            The result: its files, and the whole answer.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 002_7ebea7f48f16395c.txt:342-371, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:373-387, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:17-48, read 2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:89-95,
        read 2026-11-20, not verified live; vendors.md:35-37, read 2026-11-20, not verified live.
        """
        from mediawright.edrawmax.operations.text_to_diagram.mindmap import OPERATION

        return await self._make(
            OPERATION,
            prompt=prompt,
            lang=lang,
            platform=platform,
        )
