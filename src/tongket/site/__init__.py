"""The site: settings, and the only reader of environment variables. Nothing imports it but Django, by its name."""
