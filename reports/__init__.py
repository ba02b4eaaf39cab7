"""Results as tables, figures and documents. Pure: results in, words, figures or bytes out."""
