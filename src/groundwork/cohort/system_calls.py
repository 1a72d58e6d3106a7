"""What code in the sandbox may not ask of the kernel, as a program that the kernel itself runs.

Mounts, memory and files are limited elsewhere. These are the ways around: memory that no limit
counts (System V and anonymous files), messages and keys that outlive a process, other processes'
memory, and the doors that programs need who look after a whole machine.

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
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column above; kernel's name
OTHER_FORM = 0x40000000  # from here on x86_64 numbers calls of its x32 form
LOAD, EQUAL, AT_LEAST, GIVE = 0x20, 0x15, 0x35, 0x06
NUMBER, MACHINE = 0, 4  # where seccomp_data holds them
ALLOW, NOT_PERMITTED, KILL = 0x7FFF0000, 0x00050001, 0x80000000


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
    numbers = [each[column] for each in REFUSED.values()]
    steps = [
        (LOAD, 0, 0, MACHINE),
        (EQUAL, 1, 0, kernels_name),
        (GIVE, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, len(numbers) + 1, 0, OTHER_FORM),
        *((EQUAL, len(numbers) - at, 0, number) for at, number in enumerate(numbers)),
        (GIVE, 0, 0, ALLOW),
        (GIVE, 0, 0, NOT_PERMITTED),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
