"""*Tell us how it is*, to be filled in by hand.

form       the questions of the journey, for a pen
easy_read  the same questions in Easy Read words: ``easy_read.toml``
"""
