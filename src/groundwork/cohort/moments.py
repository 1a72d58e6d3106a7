"""Days and times as they are said in a time zone, and as nbgrader keeps them (UTC)."""

import os
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from groundwork.subject.errors import UserError


def zone_of(name: str) -> ZoneInfo:
    """Return a time zone by its name.

    Raises
    ------
    UserError
        When there is none of that name.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UserError(
            f"There is no time zone {name!r}.", "Give one such as America/Chicago."
        ) from None


def local_zone() -> str:
    """Return the name of this computer's time zone.

    Raises
    ------
    UserError
        Where it does not tell, as on Windows.
    """
    system = Path("/etc/localtime").resolve().as_posix().rpartition("zoneinfo/")[2]
    for name in (os.environ.get("TZ", ""), system):
        if name and not name.startswith(("/", ":")):
            try:
                return zone_of(name).key
            except UserError:
                continue
    raise UserError(
        "This computer does not tell its time zone by name.",
        "Say in which zone deadlines are: --zone America/Chicago",
    )


def likely_zone() -> str:
    """Return this computer's time zone, or UTC where it does not tell, until somebody says it."""
    try:
        return local_zone()
    except UserError:
        return "UTC"


def deadline(text: str, zone: str) -> datetime:
    """Return the moment (UTC) of a day and time as they are said in a time zone.

    Raises
    ------
    UserError
        When it cannot be read.
    """
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d"):
        try:
            local = datetime.strptime(text, form)
        except ValueError:
            continue
        if form == "%Y-%m-%d":
            local = local.replace(hour=23, minute=59)
        local = local.replace(tzinfo=zone_of(zone))
        # When clocks change, a time comes twice or never: the later reading makes nobody late.
        later = max(local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
        return later.replace(tzinfo=None)
    raise UserError(f"{text!r} is no day and time.", "Write it like this: 2027-03-12 17:00")


def changed_clocks(text: str, moment: datetime, zone: str) -> str:
    """Say what it means that clocks change at a day and time that somebody gave; "" where not.

    Parameters
    ----------
    moment
        What :func:`deadline` made of the text.
    """
    if len(text) > len("2027-03-12") and typed(moment, zone) != text.replace(" ", "T"):
        return "That time is left out there, since clocks go forward: the next one counts."
    local = moment.replace(tzinfo=UTC).astimezone(zone_of(zone))
    if local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset():
        return "That time comes twice there, since clocks go back: the later one counts."
    return ""


def shown(moment: datetime, zone: str) -> str:
    """Return a moment (UTC) as it is said in a time zone, with the zone."""
    local = moment.replace(tzinfo=UTC).astimezone(zone_of(zone))
    return f"{local:%B} {local.day}, {local.year}, {local:%H:%M} {local:%Z} ({zone})"


def typed(moment: datetime, zone: str) -> str:
    """Return a moment (UTC) as a field for day and time holds it: 2027-03-12T17:00."""
    return f"{moment.replace(tzinfo=UTC).astimezone(zone_of(zone)):%Y-%m-%dT%H:%M}"
