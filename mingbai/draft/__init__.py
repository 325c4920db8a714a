"""Drafts: what a corpus and a calendar let one write ahead of a new year, for editors to finish.

Law: a draft lies among the drafts, where nothing is checked or shown, and does not pass the check as it stands: what
nobody can know yet is left open in a comment. So nothing that was made by a program comes out as a fact by itself.
"""
