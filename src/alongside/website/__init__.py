"""Pages that gather what the rooms below hold, and what looks after the whole house.

What people open
    areas          which places are open here
    together       you said, together we did
    choosing       what a reader of that wants to see
    wall           one stone for one promise that helped
    working        what an area is working on
    thread         a promise, from the first words to whether it helped
    grounds        its first steps: why it was promised
    heard          how many said it, and that it helped, by the one gate
    showed         what a review showed, for what was promised because of it
    quotes         people's own words, as far as they allowed
    forward        from a story to what came of it
    organisations  an organisation in the open, and its own room
    silence        who was asked and has not answered
    sitting        a group's page for those who sit there
    open_group     a group as everyone may know it
    balance        who is making it happen, as the page draws it
    mine           my page
    tasks          what waits for those who look after something
    yours          everything we hold of one person: a copy, putting it right, erasing
    told           what somebody told, for that person alone
    own_page       the teller's own page behind one secret
    desk           the co-ordinator's desk
    piles          what lies on it: a few rows, the rest one link away
    kinds          each kind of thing that may lie there
    chasing        what people may be reminded of
    sharing        pictures that stand beside a link to a public page
    posters        paper that leads to our public pages
    reaching       whom a human has to reach
    record         the journal as its keepers read it
    happened       what each of its events is called
    endings        when things go

What pages are made with
    way, context   the links on top, the map at the foot
    promised       promises as rows
    numbers        small numbers in words
    views          the pages

The house
    rooms          what rooms bring under a name that all of them know
    whole          the proofs of all rooms
    nightly        each night the history is read again, and its heads go out
    serving        web server and worker as one thing
    grants         what the program may do on PostgreSQL
    lines          what goes to another machine goes sealed
    backups        a backup that can be checked
    packing        what is in its file: a list, and what the list names
    filed          the folder of files in it
    sealing        sealed with a key
    engines        how each database is copied whole
    moving         into another house, whatever database it has
    paperwork      papers on privacy, drafted from what the rooms say they keep
    management     the commands
    demo, demo_town, demo_groups, demo_board, demo_promises, demo_turns  two years of Netherby
    demo_reviews     how a school came to see itself as families see it
    demo_tales, demo_tales_breaks, demo_tales_centre, demo_tales_council, demo_tales_meadow  what people told
    demo_tales_primary               and what else
"""
