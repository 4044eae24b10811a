"""Pictures that stand beside a link to a public page when somebody passes it on.

cards    what each says, and for which pages there is one
picture  how it is drawn: ``card.typ``
"""
