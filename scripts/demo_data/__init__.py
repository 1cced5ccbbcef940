"""The steps of scripts/make-demo-data."""
