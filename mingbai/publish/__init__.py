"""Publish: artifacts → disk, and the preview server. The only writer; all or nothing."""
