"""Who may open what. The page of parts is there only while building or trying out."""

ACCESS = {
    "theme": {"GET": {"*": 200}, "POST": {"*": 200}},
    "components": {"GET": {"*": 404}},
}
