"""Plain and respectful language: advice on words, and the words we use explained."""
