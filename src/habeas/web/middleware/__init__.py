"""What surrounds every request: security headers, and the office whose workspace is served."""
