"""The read-only API under `/api/v1/`: the public view as JSON, described by OpenAPI."""
