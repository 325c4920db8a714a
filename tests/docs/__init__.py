"""Tests of the documents: what they say is tried, not believed."""
