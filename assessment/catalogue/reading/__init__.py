"""Reading the criteria folder: safe, and with every problem at its line. The only part that knows YAML."""
