"""No file needs a file that needs it: also not for its types alone, for then one cannot be read without the other."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


def in_order(imports: dict[str, set[str]]) -> None:
    """Raise CycleError, the files of the circle in its second argument, where they cannot be read one after the other."""
    TopologicalSorter(imports).prepare()


def test_the_files_of_the_house_can_be_read_one_after_the_other() -> None:
    graph = grimp.build_graph("kubebuku", exclude_type_checking_imports=False, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) > 500
    in_order(imports)


def test_a_circle_is_named() -> None:
    with pytest.raises(CycleError) as caught:
        in_order({"page": {"preview", "form"}, "preview": {"page"}, "form": set()})
    assert set(caught.value.args[1]) == {"page", "preview"}
