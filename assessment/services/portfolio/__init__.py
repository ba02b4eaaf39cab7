"""What projects and funders do with portfolios."""
