"""What is yours: everything we hold of one person, a copy of it, putting it right, and having it erased.

graph      which tables lead to a person or to their way back, and which we stop at, with a reason
gathering  the rows, read along that graph
copies     the copy as one file to keep: a page to read, and the same for machines
wishes     what somebody asks of us about it: a person answers, within a month
leaving    what goes and what stays when somebody is erased, and who has to take over
erasing    the one verb that does it
names      a name that stands in what we wrote to others
lookers    who looked at what is theirs
erased     who was erased, as ids alone: so that an old backup brings nobody back
forms      the forms
"""
