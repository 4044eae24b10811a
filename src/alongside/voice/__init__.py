"""Voices: what people tell us, who may use it, what is answered, and what rests on it.

The nouns
    stories     a story and its teller, kept apart; who may read it
    consents    what a teller allows, each use of it, that it was taken back
    pictures    a picture that goes with a story; who may see it
    replies     an organisation was asked, and what it answered
    links       from a decision down to the stories it rests on

The verbs
    tell        from a draft to a story
    taking_down  what was told on paper or by phone, typed in and read back
    moderating  what a moderator's reading means for a story or a reply
    publishing  showing it to everyone, and taking things back
    taken_back  what was taken back, kept beside the database
    answering   asking an organisation; its answer from its room, by a code, or recorded
    opening     looking up who told it, with a reason
    filing      saying whom it is about, where its teller was not sure
    rules       who may do what with a story, for all of these
    clock       what recurs

The readings
    answers     the answers of a draft, read out
    readers     who reads it, said on every page of the journey
    story_page  what one story's page shows to one viewer
    young       who read what children told is written down
    pages       the lists, page by page

The words
    notices     what we tell people about a story, and never what it says
    forms       what the pages ask
    typed_in    the journey’s questions on one page, to be typed in
    paper       the same for a pen
    picture_forms   the same, about pictures
    views       the pages
"""
