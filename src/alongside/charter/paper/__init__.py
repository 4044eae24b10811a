"""What leaves the screen of a review.

Once it is over
    result      its page as data for paper: the same sentences in the same order
    parts       what stands in it, worked out
    promised    what was promised about each statement
    talks       a sheet to sit down with
    word        the same as a Word file

While it runs
    ways_in     the address for one side, as letters and as a square code; poster and letter
    form        what is asked, to be ticked with a pen
"""
