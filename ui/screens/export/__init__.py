"""What can be taken along as a file, and the forms that come back."""
