"""What is counted from answers, anew or as it was kept when an assessment was closed."""
