"""What ``make`` does, in the standard library only: a fresh machine has nothing else yet."""
