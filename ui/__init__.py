"""Everything Streamlit: pages fetch, draw and react; they decide nothing."""
