"""The rules of the domain, pure: no screens, no HTTP, no SQL, no clock and no randomness."""
