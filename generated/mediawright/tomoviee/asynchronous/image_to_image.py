# Emitted from specs/tomoviee/apis by `make generate`. Edit the spec, not this file.

"""Operations of `image_to_image`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.task import AsyncTask


class AsyncImageToImage(AsyncCategory):
    """Pictures and masks from pictures."""

    async def recognition(
        self,
        *,
        image: str,
        control_type: Literal["0", "1", "2", "3"] | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> AsyncTask:
        """Image Recognition: Makes masks of what a picture shows.

        Note:
            Recognised areas are white in the mask and the rest is black; there can be several masks.

        Args:
            image: Address of the picture to look at; it must be open to the public. A string. An image
                (jpg, jpeg, png, webp), less than 200 MB.
            control_type: What to look for. One of '0', '1', '2', '3'. 0 is edge, 1 is pose, 2 is subject, 3
                is depth.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 30 to 120 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:4145-4188, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4238-4283, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4372-4388, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4503-4521, read 2026-11-20, not verified live; vendors.md:60, read
        2026-11-20, not verified live; conflicts.md:106-135, read 2026-11-20, not verified live;
        conflicts.md:230-237, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.image_to_image.recognition import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            control_type=control_type,
            callback=callback,
            params=params,
        )

    async def recognition_by_prompt(
        self,
        *,
        prompt: str,
        image: str,
        callback: str | None = None,
        params: str | None = None,
    ) -> AsyncTask:
        """Image Recognition (by prompt).

        Makes masks of what words name in a picture, in the form of the image overview.

        Note:
            Recognised areas are white in the mask and the rest is black; there can be several masks.

        Args:
            prompt: What to recognise. A string.
            image: Address of the picture to look at; it must be open to the public. A string. An image
                (jpg, jpeg, png, webp), less than 200 MB.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 30 to 120 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:4372-4424, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4503-4532, read 2026-11-20, not verified live; vendors.md:60, read
        2026-11-20, not verified live; conflicts.md:106-112, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.image_to_image.recognition_by_prompt import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            image=image,
            callback=callback,
            params=params,
        )

    async def recognition_vendor_page(
        self,
        *,
        template_info: list[dict[str, object] | ResponseModel],
        callback: str | None = None,
        params: str | None = None,
    ) -> AsyncTask:
        """Image Recognition (vendor page).

        Makes masks of what pictures show, in the form of the vendor's page.

        Note:
            Only the names are known of this form, and neither the types nor the values below input_params.
            That template_info is required follows from the primary form, which requires the picture.

        Args:
            template_info: Objects with input_params, an object that holds control_type and init_image. A
                list, each an object.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: vendors.md:60, read 2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:4176, read
        2026-11-20, not verified live; conflicts.md:258-262, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.image_to_image.recognition_vendor_page import OPERATION

        return await self._start(
            OPERATION,
            template_info=template_info,
            callback=callback,
            params=params,
        )

    async def redrawing(
        self,
        *,
        prompt: str,
        init_image: str,
        mask_url: str | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> AsyncTask:
        """Image Redrawing: Draws a picture, or the masked part of it, anew.

        Note:
            In a mask, white is drawn anew and black is kept; grey blends in part.

        Args:
            prompt: What is to be seen where the picture is drawn anew. A string.
            init_image: Address of the picture; it must be open to the public. A string. An image (jpg,
                png), more than 512x512 and less than 2048x2048 pixels, aspect ratio less than 3:1.
            mask_url: Address of the mask, which should have as many pixels each way as the picture. A
                string. An image (jpg, png), more than 512x512 and less than 2048x2048 pixels, aspect ratio
                less than 3:1.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 30 to 120 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:5062-5128, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:5187-5291, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:5329-5375, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4325-4370, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4503-4532, read 2026-11-20, not verified live; conflicts.md:48-71, read
        2026-11-20, not verified live; conflicts.md:287-290, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.image_to_image.redrawing import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            init_image=init_image,
            mask_url=mask_url,
            callback=callback,
            params=params,
        )

    async def reference(
        self,
        *,
        prompt: str,
        reference_image: str,
        control_type: Literal["0", "1", "2", "3"],
        width: int,
        height: int,
        batch_size: int,
        control_intensity: float,
        init_image: str | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> AsyncTask:
        """Image-to-Image: Makes pictures from a reference picture and words.

        Note:
            What the control types stand for is documented for image recognition alone.
            Control type 2 needs a picture to start from.

        Args:
            prompt: What to keep of the picture and what to change. A string.
            reference_image: Address of the picture to go by; it must be open to the public. A string. An
                image (jpg, jpeg, png, webp), less than 200 MB.
            control_type: What of the picture controls the output. One of '0', '1', '2', '3'.
            width: Width of the output. An integer at least 512 and at most 2048.
            height: Height of the output. An integer at least 512 and at most 2048.
            batch_size: How many pictures to make. An integer at least 1 and at most 4.
            control_intensity: How strong the control is. A number at least 0 and at most 1.
            init_image: Address of the picture to start from; control type 2 needs it. A string. An image
                (jpg, jpeg, png, webp), less than 200 MB.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 30 to 120 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:5901-5972, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:6033-6165, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:6210-6258, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4289-4323, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4503-4521, read 2026-11-20, not verified live; conflicts.md:73-104, read
        2026-11-20, not verified live; conflicts.md:252-256, read 2026-11-20, not verified live;
        conflicts.md:270-273, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.image_to_image.reference import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            reference_image=reference_image,
            control_type=control_type,
            width=width,
            height=height,
            batch_size=batch_size,
            control_intensity=control_intensity,
            init_image=init_image,
            callback=callback,
            params=params,
        )
