"""Doors against their plain definitions, in worlds made up by chance."""
