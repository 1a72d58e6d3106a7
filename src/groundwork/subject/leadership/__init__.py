"""Shared leadership on paper: decision rights, a core team's charter, and role statements."""
