"""Makes a vendor's specs of its OpenAPI documents, dirty ones too; what they cannot hold is listed with its place."""
