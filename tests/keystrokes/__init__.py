"""How many keys and clicks a sale takes, and how long a practised clerk needs for it."""
