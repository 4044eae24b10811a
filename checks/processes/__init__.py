"""The house as processes: started, told to stop, copied, lost and brought back."""
