"""Reading criteria folders, with every problem at its line: the only part that knows YAML."""
