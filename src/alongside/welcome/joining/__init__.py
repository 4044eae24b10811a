"""Joining the forum from outside, and what belongs to whoever has joined.

asked         somebody wants to join: kept for a day, until they press a button in their own inbox
letters       the message with the link
belonging     whether we may write, and leaving: on my page, or by the link in a newsletter
forms, views  the questions and the pages
"""
