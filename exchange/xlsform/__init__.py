"""A catalogue as XLSForm for KoboToolbox and ODK, and back."""
