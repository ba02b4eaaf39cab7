"""Mail: what is written, how it is sent, and the thread that does so."""
