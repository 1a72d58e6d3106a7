"""Run the command as ``python -m groundwork``."""

from groundwork.command.main import main

if __name__ == "__main__":
    raise SystemExit(main())
