"""Makes records of a vendor's own API data file."""

from mediawright_generator.importer.c_api_doc import Imported, import_c_api_doc, import_file
from mediawright_generator.importer.remarks import Unplaced
from mediawright_generator.importer.text import record_text
from mediawright_generator.importer.write import WrittenRecords, write_records

__all__ = ["Imported", "Unplaced", "WrittenRecords", "import_c_api_doc", "import_file", "record_text", "write_records"]
