"""Paper that leads to our public pages: on a wall, on a table, in a pocket.

invites    what each page invites to, by name
sheets     a poster, a leaflet, a sheet of cards
"""
