"""What an organisation takes along: all of its projects in one file, its days in a calendar."""
