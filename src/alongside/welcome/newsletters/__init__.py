"""Newsletters: written, looked over, and pressed once; each member hears in their own way.

letter        the rows: one newsletter, and that it went out
handing_out   one message for each member who said yes, however long that takes
forms, views  the questions and the pages
"""
