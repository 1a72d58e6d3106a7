"""Tell when a folder lies where something copies it to another computer."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

# What a folder of each service is called, somewhere on the way to the workspace. macOS keeps the
# first three below Library/CloudStorage, as in "OneDrive-HealthDepartment".
SERVICES = {
    "OneDrive": r"OneDrive( - .*|-.*)?",
    "Dropbox": r"Dropbox( \(.*\)|-.*)?",
    "Google Drive": r"Google ?Drive( \(.*\)|-.*)?|My Drive",
    "iCloud": r"iCloud ?Drive|com~apple~CloudDocs",
}
SHARE = "a network share"
PROFILE = "a roaming profile"
KINDS = (*SERVICES, PROFILE, SHARE)
NAMED = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}"
# Where OneDrive tells a program that its folder has another name.
VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|afpfs|webdav|davfs\d?|9p|afs|fuse\.(sshfs|rclone|davfs)")
PROFILES = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"


def kinds_of(folder: Path, surroundings: Mapping[str, str] = os.environ) -> list[str]:
    """Return the members of `KINDS` that hold a folder; none found is no proof that none does.

    Parameters
    ----------
    folder
        The folder; it need not be there yet.
    surroundings
        The environment variables.
    """
    real = folder.expanduser().resolve()
    found = [name for name in SERVICES if _in_service(name, real, surroundings)]
    if _in_roaming_profile(real, surroundings):
        found.append(PROFILE)
    if _on_network(real):
        found.append(SHARE)
    return found


def _in_service(name: str, folder: Path, surroundings: Mapping[str, str]) -> bool:
    if any(re.fullmatch(SERVICES[name], part, re.IGNORECASE) for part in folder.parts):
        return True
    roots = [surroundings.get(variable) for variable in VARIABLES] if name == "OneDrive" else []
    return any(folder.is_relative_to(root) for root in roots if root)


def _on_network(folder: Path) -> bool:
    """Whether a server holds a folder: a UNC path, a mapped drive, or a mount of such a kind."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    import psutil

    holding = [
        part
        for part in psutil.disk_partitions(all=True)
        if part.mountpoint and folder.is_relative_to(part.mountpoint)
    ]
    if not holding:
        return False
    nearest = max(holding, key=lambda part: len(part.mountpoint))
    return bool(NETWORK.fullmatch(nearest.fstype.lower())) or "remote" in nearest.opts.split(",")


def _in_roaming_profile(folder: Path, surroundings: Mapping[str, str]) -> bool:
    """Whether Windows copies a folder to a server when its owner signs off."""
    roaming, home = surroundings.get("APPDATA"), surroundings.get("USERPROFILE")
    if roaming and folder.is_relative_to(roaming):
        return True
    if not home or not folder.is_relative_to(home):
        return False
    left_out = surroundings.get("LOCALAPPDATA")
    if left_out and folder.is_relative_to(left_out):
        return False
    return any(Path(own) == Path(home) for own in _profiles_on_a_server())


def _profiles_on_a_server() -> Iterator[str]:
    """Give the folder of each profile of this Windows that has its home on a server."""
    if sys.platform != "win32":
        return
    import winreg

    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, PROFILES) as profiles:
        for number in range(winreg.QueryInfoKey(profiles)[0]):
            with winreg.OpenKey(profiles, winreg.EnumKey(profiles, number)) as profile:
                try:
                    if winreg.QueryValueEx(profile, "CentralProfile")[0]:
                        yield winreg.QueryValueEx(profile, "ProfileImagePath")[0]
                except OSError:  # the profile has no such value
                    continue
