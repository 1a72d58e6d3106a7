"""Impact measures: what would change for everyone if all groups did as well as the reference.

Definitions: Schlotheuber and Hosseinpoor 2022 (Int J Environ Res Public Health 19(6):3697). The
reference is the chosen group; else the most advantaged of ordered groups; else the best-off.
"""

import numpy as np

from groundwork.subject.disparity.groups import Floats, Groups
from groundwork.subject.disparity.ordered import over_mean
from groundwork.subject.disparity.simple import at, reference_column


def population_attributable_risk(data: Groups) -> Floats:
    """Give the reference minus the mean: 0 or more for favorable, 0 or less for adverse.

    When the reference does worse than the mean there is no room to improve toward it: 0.
    """
    gap = at(data.estimates, reference_column(data)) - data.mean[:, 0]
    return np.maximum(gap, 0.0) if data.favorable else np.minimum(gap, 0.0)


def population_attributable_fraction(data: Groups) -> Floats:
    """Give the population attributable risk as a percent of the mean."""
    return over_mean(100 * population_attributable_risk(data), data)
