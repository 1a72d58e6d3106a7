"""What code in the sandbox may not ask of the kernel, as a program that the kernel itself runs.

Mounts, memory and files are limited elsewhere. These are the ways around: memory that no limit
counts (System V and anonymous files), messages and keys that outlive a process, other processes'
memory, and the doors that programs need who look after a whole machine. Of sockets, those are made
that a space of its own for the network holds; others lead to the host of a virtual machine (vsock)
or to the kernel (netlink).

Source of the form: seccomp(2) and linux/filter.h; of the numbers: the kernel's system call tables.
"""

import platform
import struct

REFUSED = {  # name to its number on x86_64 and on aarch64
    "shmget": (29, 194),
    "shmat": (30, 196),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    "open_by_handle_at": (304, 265),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
}
MAKES_A_SOCKET = {"socket": (41, 198), "socketpair": (53, 199)}
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column above; kernel's name
OTHER_FORM = 0x40000000  # from here on x86_64 numbers calls of its x32 form
LOAD, EQUAL, AT_LEAST, GIVE = 0x20, 0x15, 0x35, 0x06
NUMBER, MACHINE, FIRST = 0, 4, 16  # where seccomp_data holds them; of an argument the lower half
ALLOW, NOT_PERMITTED, KILL = 0x7FFF0000, 0x00050001, 0x80000000

Step = tuple[int, int, int, int]  # what to do, how far to go where it holds and where not, by what


def program(machine: str = "") -> bytes:
    """Return the filter for a kind of processor, this computer's by default; empty for an unknown.

    Parameters
    ----------
    machine
        As :func:`platform.machine` names it.
    """
    known = MACHINES.get(machine or platform.machine())
    if known is None:
        return b""
    column, kernels_name = known
    refused, sockets = (
        [each[column] for each in calls.values()] for calls in (REFUSED, MAKES_A_SOCKET)
    )
    families = list(FAMILIES.values())
    refuse = [(GIVE, 0, 0, NOT_PERMITTED)]
    made = [(LOAD, 0, 0, FIRST), *_any_of(families, len(refuse)), *refuse, (GIVE, 0, 0, ALLOW)]
    asked = [*_any_of(sockets, 1), (GIVE, 0, 0, ALLOW), *made]
    steps = [
        (LOAD, 0, 0, MACHINE),
        (EQUAL, 1, 0, kernels_name),
        (GIVE, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, len(refused) + len(asked), 0, OTHER_FORM),
        *_any_of(refused, len(asked)),
        *asked,
        *refuse,
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _any_of(values: list[int], over: int) -> list[Step]:
    """Return steps that jump, over so many steps behind them, where what was loaded is a value."""
    return [(EQUAL, len(values) - 1 - at + over, 0, value) for at, value in enumerate(values)]
