"""Drawers of a `Document`: `pdf.render_pdf`, `xlsx.render_xlsx`, `sheet.read` and `sheet.as_text`.

They share nothing but the document and the words of `words.py`; each imports its own heavy library when it is imported.
"""
