"""What the program is made of: its locks, licences, known holes, and a list of its parts."""
