"""What people do with Mentorspiegel, one module per subject. Screens, routes and commands call these."""
