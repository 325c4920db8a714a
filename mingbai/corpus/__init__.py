"""Corpus: entries of one audience → everything it may know on one day, references resolved."""
