"""A figure is a finding, its table and its date; numbers of people leave by one gate."""
