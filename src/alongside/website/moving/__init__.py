"""Moving house: everything of one installation in one file, and into another, whatever database either has.

leaving     writes the file
arriving    takes it in: all of it, or nothing
rows        rows as lines of text that belong to no database, and back
refused     which row a database does not take, and why
things      files that lie beside the database
chest       the file itself: a list, and exactly what the list names
keys        what signing in rests on and no database holds
"""
