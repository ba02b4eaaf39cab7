"""Results to read: tables, charts, documents and letters. Pure: results in, words or bytes out."""
