"""Exports: a corpus → files for machines, the sibling of pages."""
