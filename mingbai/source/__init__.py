"""Source: disk → text that knows its lines. The only reader of content, templates and attachments."""
