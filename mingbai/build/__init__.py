"""Build: pages → artifacts. Knows no kind of record; `clean` defines what is right."""
