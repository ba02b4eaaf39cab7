"""The domain: criteria, answers, scoring, privacy. Pure: no screens, no SQL, no clock, no randomness."""
