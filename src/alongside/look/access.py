"""Who may open what. The page of parts is there only while building or trying out; elsewhere it is not there."""

ACCESS = {
    "theme": {"GET": {"*": 200}, "POST": {"*": 200}},
    "components": {"GET": {"*": 404}},
}
