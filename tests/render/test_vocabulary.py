"""Every word that the model can use has a name for people."""

from __future__ import annotations

from build_tools.model.citation import RelationKind
from build_tools.model.duty import Capacity, Modality
from build_tools.model.findings import RemovedReason
from build_tools.render import names, words


def test_every_member_has_a_name():
    assert set(names.REMOVED) == set(RemovedReason)
    assert set(words.CAPACITY) == set(Capacity)
    assert set(words.MODALITY) == set(Modality)
    assert {kind for kind in RelationKind if kind not in names.RELATIONS} == set()
