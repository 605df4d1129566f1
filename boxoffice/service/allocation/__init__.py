"""Best seats: what a clerk with the plan before her would choose. Pure: no database."""
