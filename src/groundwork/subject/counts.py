"""How a number of things is said: "1 line", "2 lines"; one rule for form, path, check and paper."""


def counted(count: float, one: str, more: str = "") -> str:
    """Say how many: "1 person", "2 people".

    Parameters
    ----------
    one, more
        What one is called, and several; by default with an "s" behind it.
    """
    return f"{count:,.10g} {one if count == 1 else more or one + 's'}"
