"""When the ground under the house fails: a clear sentence, nothing corrupt, and it goes on by itself."""
