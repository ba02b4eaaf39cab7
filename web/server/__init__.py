"""What all light pages share: who is let in, forms, headers, threads, files and health."""
