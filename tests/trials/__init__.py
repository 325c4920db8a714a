"""What goes wrong in other generators (docs: the acceptance list), tried on ours."""
