"""Every operation of the API, called by the client over HTTP on the real service."""
