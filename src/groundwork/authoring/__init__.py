"""What maintainers use: generate, lint and validate. Above the four floors, like the command."""
