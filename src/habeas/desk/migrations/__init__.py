"""The schema of a workspace, step by step."""
