"""Papers that the law asks an area for, drafted from the lists that the machine itself goes by.

facts    what we hold, why, who sees it and when it goes, by purpose
papers   each paper as a page, and all of them in a folder
"""
