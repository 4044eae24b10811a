"""The people a forum has already: brought in from any spreadsheet, and given out again at any time.

Out of a file
    tables        heading and rows, whatever the program that wrote them
    as_text       commas, semicolons or tabs, in whichever letters
    as_sheet      Excel's own kind
    columns       which column is what; which may not come in at all
    cells         what stands in one box, as we keep it
    entries       one row, read

Before anything is saved
    drafts        a spreadsheet on its way in: a row, for a day
    plan          what would happen to each row, and why one cannot come in
    saving        all of them or none

Out again
    given_out     all members, as a spreadsheet
    mending       the rows that stayed out, with the reasons beside them
    written       a spreadsheet in which nothing is worked out

And
    forums        whose list it is, and who may see it
    alike         who may be in it twice; joined into one by a person
    forms, reading                the questions, and a file that was sent
    views, shown, alike_views     the pages, and how a plan is drawn
"""
