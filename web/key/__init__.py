"""The key of the screens: who comes without it is told where it stands."""
