"""What a paper counts as open is what has to be answered, and no nudge."""

from groundwork.subject.remark import ERROR, NUDGE, SEVERITIES, WARNING, Remark, open_points


def test_a_nudge_is_no_open_point_and_every_other_remark_is() -> None:
    bad = [Remark(what=each, severity=each) for each in SEVERITIES]
    plain = Remark(what="A check that says no severity.")
    assert [each.severity for each in open_points([*bad, plain])] == [ERROR, WARNING, ""]
    assert open_points([Remark(what="Think about it.", severity=NUDGE)]) == []
