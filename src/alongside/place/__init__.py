"""Our place: how an area begins, who does what in it, whom it can ask, and what it has hands for.

Beginning
    starting        the first run: an area, its forum, and the person who co-ordinates it
    key             only whoever can read what the server says may begin
    steps           the same in the browser, one thing on each page

Looking after it
    looking_after   how people reach us, whom we can ask, who does what
    hands           what one, two or four people can run, and what you can

And
    forms, views, errors
"""
