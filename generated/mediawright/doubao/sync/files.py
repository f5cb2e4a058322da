# Emitted from specs/doubao/apis by `make generate`. Edit the spec, not this file.

"""Operations of `files`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Literal

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from os import PathLike

    from mediawright.doubao.models.files.upload import UploadResponse


class Files(Category):
    """Files to work from."""

    def upload(
        self,
        *,
        file_type: Literal[1, 2, "document", "image"],
        file_name: str,
        file_bytes: bytes | PathLike[str] | BinaryIO,
    ) -> UploadResponse:
        """Upload File: Brings a picture or a document to Doubao, to be named in a later call.

        Note:
            The whole answer is what video.generate takes as image_attachment.
            The server's guide advises pictures of at most 10 MB.

        Args:
            file_type: Sort of the file. One of 1, 2. 1 is document, 2 is image.
            file_name: Name of the file. A string.
            file_bytes: The file itself; it is the whole body. Bytes, a path as Path(...), or a file opened
                in binary mode.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 001_47e450859633a831.txt:29-48, read 2026-11-20, not verified live;
        001_47e450859633a831.txt:140-150, read 2026-11-20, not verified live; 001_47e450859633a831.txt:243,
        read 2026-11-20, not verified live; vendors.md:27-28, read 2026-11-20, not verified live.
        """
        from mediawright.doubao.operations.files.upload import OPERATION

        return self._call(
            OPERATION,
            file_type=file_type,
            file_name=file_name,
            file_bytes=file_bytes,
        )
