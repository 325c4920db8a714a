"""Pages: a corpus → pages to be, by pure functions; a view is ready to print."""
