"""Makes records of a vendor's own API data file, and brings its next version over what people wrote."""

from mediawright_generator.importer.c_api_doc import Imported, import_c_api_doc, import_file
from mediawright_generator.importer.known import Known, read_known
from mediawright_generator.importer.news import News
from mediawright_generator.importer.remarks import Unplaced
from mediawright_generator.importer.text import record_text
from mediawright_generator.importer.update import Update, update
from mediawright_generator.importer.write import write_texts

__all__ = [
    "Imported",
    "Known",
    "News",
    "Unplaced",
    "Update",
    "import_c_api_doc",
    "import_file",
    "read_known",
    "record_text",
    "update",
    "write_texts",
]
