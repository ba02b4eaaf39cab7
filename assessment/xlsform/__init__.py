"""A catalogue as XLSForm, the spreadsheet that KoboToolbox and ODK make questionnaires of, and back.

`sheets` lays a catalogue out as rows; `reading` makes a catalogue of rows again; `folder` writes it as
the YAML files of a criteria folder. What XLSForm has no place for stands in columns that start with
`ms_` and in a sheet of its own; other programs leave both alone.
"""
