"""People and programs nobody here wrote say whether the sites are right; where they are, stands in `tools.py`."""
