"""The charter: a school or service sees itself as families see it.

Frameworks, as data
    framework   what a framework is: sections, statements for each side, a scale
    frameworks  those there are, and what changed from one version to the next
    reading     one file, read; what is wrong is said with its line
    reader      how a file becomes a framework
    mistakes    what is wrong, where, and what to do
    positions   on which line something stands
"""
