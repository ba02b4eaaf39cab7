"""Spreadsheets: .xlsx and .ods read without trust, .xlsx written."""
