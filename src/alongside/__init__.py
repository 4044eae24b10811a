"""Alongside: families and public services decide, act and prove it together, as equals."""

__version__ = "0.1.0"
