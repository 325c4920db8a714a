"""Mingbai 明白 publishes what an office promises and shows whether it kept its word."""
