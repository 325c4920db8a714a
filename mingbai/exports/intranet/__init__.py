"""Files for machines on the intranet: none yet."""
