"""Light HTTP routes beside the Streamlit screens."""
