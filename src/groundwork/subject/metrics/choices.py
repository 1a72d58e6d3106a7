"""What the fields of a metric card are chosen from."""

HIGHER, LOWER = "higher is better", "lower is better"
POPULATION, PERFORMANCE = "population", "performance"
HOW_MUCH, HOW_WELL, BETTER_OFF = "how much", "how well", "better off"
PARTNERSHIP, POST = "partnership", "position"
DIFFERENCE, RATIO = "difference", "ratio"
BASELINE, LATEST = "baseline", "latest"
MOMENTS = (BASELINE, LATEST)
"""When a value is of, as the names of its fields begin."""

LEVELS = (POPULATION, PERFORMANCE)
KINDS = (HOW_MUCH, HOW_WELL, BETTER_OFF)
OWNER_TYPES = (PARTNERSHIP, POST)
DIRECTIONS = (HIGHER, LOWER)
GAPS = (DIFFERENCE, RATIO)
AUTHORITIES = ("money", "staffing", "rule")
PROGRESS = ("target met", "improving", "little or no detectable change", "getting worse")
STATUSES = ("final", "provisional", "mixed")
BASES = ("standard", "best group", "trend", "statute", "community choice")
FREQUENCIES = {
    "weekly": 52.0,
    "monthly": 12.0,
    "quarterly": 4.0,
    "twice a year": 2.0,
    "yearly": 1.0,
    "every two years": 0.5,
    "every three years": 1 / 3,
    "every five years": 0.2,
}
"""How often, with the number of times a year."""
