"""Who may do what in this room: words and glossary are for everyone."""

ACCESS = {
    "glossary": {"GET": {"*": 200}},
    "check": {"GET": {"*": 200}, "POST": {"*": 200}},
}
