"""What people do with Mentorspiegel, a module per noun: screens, pages and commands call these."""
