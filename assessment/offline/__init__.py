"""Fill in away from the program: forms as spreadsheets, read back without trust.

A form goes out as XLSX (`reports/offline_sheet.py`) and comes back as .xlsx or .ods. `parts` opens the
file within limits, `look` looks every cell over before anything is loaded, `spreadsheet` has the values
read in a process of its own (`apart`, `reader`), `reading` turns them into answers, `plan` says what they would change.
"""
