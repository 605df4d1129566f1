"""How a site says the API, where it does not say it as the contract does: data, and never code."""
