"""Small bad patches that somebody might well make; each must turn the tests red."""
