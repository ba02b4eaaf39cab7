"""Data in and out: answers, scores, data files, project files, and formats with readers and writers side by side."""
