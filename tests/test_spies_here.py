"""Spies in this process: they behave as what they stand for, and write down what is done with them."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import nn

from grader.runner.spies import (
    MAX_EVENTS,
    Batches,
    Descent,
    Dict,
    Journal,
    Leaves,
    Loss,
    Model,
    SizedBatches,
    modes,
    set_modes,
    state,
)

X, Y = torch.tensor([[1.0, 2.0], [3.0, -1.0]]), torch.tensor([0, 1])


def names(journal: Journal) -> list[str]:
    return [event["event"] for event in journal.events()]


@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_descent_is_torchs_sgd(momentum: float) -> None:
    """Three steps with a closure leave the weights where torch's own optimiser leaves them."""
    torch.manual_seed(0)
    ours = nn.Linear(2, 2)
    theirs = copy.deepcopy(ours)
    journal = Journal()
    descent = Descent(journal, ours.parameters(), lr=0.1, momentum=momentum)
    sgd = torch.optim.SGD(theirs.parameters(), lr=0.1, momentum=momentum)
    for model, optimizer in ((ours, descent), (theirs, sgd)):

        def closure(model: nn.Module = model, optimizer: torch.optim.Optimizer = optimizer) -> torch.Tensor:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(X), Y)
            loss.backward()
            return loss

        for _ in range(3):
            optimizer.step(closure)

    for mine, torchs in zip(ours.parameters(), theirs.parameters(), strict=True):
        torch.testing.assert_close(mine, torchs)
    assert names(journal) == ["zero_grad", "step"] * 3
    descent.zero_grad(set_to_none=False)
    assert all(torch.equal(weight.grad, torch.zeros_like(weight)) for weight in ours.parameters())
    descent.zero_grad()
    assert all(weight.grad is None for weight in ours.parameters())


def test_a_loop_is_written_down() -> None:
    """Batches, forwards with their modes, losses with the graphs that are alive, gradients."""
    journal = Journal()
    model = Model(journal, nn.Sequential(nn.Linear(2, 2), nn.Dropout()))
    loss_fn = Loss(journal, nn.CrossEntropyLoss())
    model.eval()
    for x, y in Batches(journal, [(X, Y), (X, Y)]):
        loss = loss_fn(model(x), y)
        loss.backward()

    assert names(journal) == ["iterate", *["batch", "forward", "loss", "backward"] * 2]
    forward = journal.events()[2]
    assert forward["shape"] == [2, 2]
    assert forward["grad"] is True
    assert forward["training"] == {"": False, "inner": False, "inner.0": False, "inner.1": False}
    assert [event["graphs"] for event in journal.events() if event["event"] == "loss"] == [0, 1]
    del loss
    assert journal.graphs() == 0
    assert model(torch.ones(1, 2)).shape == (1, 2)


def test_a_loss_without_gradients_has_no_graph() -> None:
    """Under no_grad a loss is noted as having none."""
    journal = Journal()
    with torch.no_grad():
        value = Loss(journal, nn.MSELoss())(X, X)
    assert value == 0
    assert journal.events()[-1]["grad"] is False


def test_batches_are_what_they_are_given() -> None:
    """A second pass is empty where that is asked for; only the sized ones have a length."""
    once = Batches(Journal(), [1, 2], once=True)
    assert (list(once), list(once)) == ([1, 2], [])
    assert not hasattr(once, "__len__")
    assert len(SizedBatches(Journal(), [1, 2, 3])) == 3


def test_a_dict_is_one() -> None:
    """It is empty, and what submissions ask of a dict holds."""
    state = Dict()
    assert isinstance(state, dict)
    assert state == {}


def test_leaves_are_a_list_of_parameters() -> None:
    """Values and gradients are those given, and it is told whether they are the same objects still."""
    leaves = Leaves([torch.ones(2), torch.zeros(1)], [torch.full((2,), 3.0), None])
    assert isinstance(leaves, list)
    assert [type(leaf) for leaf in leaves] == [nn.Parameter, nn.Parameter]
    leaves[0].grad.mul_(2)
    assert leaves.grads()[0].tolist() == [6.0, 6.0]
    assert leaves.grads()[1] is None
    assert leaves.values()[0].tolist() == [1.0, 1.0]
    assert leaves.kept()
    leaves[1].grad = torch.ones(1)
    assert not leaves.kept()


def test_a_models_state_is_all_that_a_call_may_change() -> None:
    """Values with buffers, modes, what requires gradients, gradients; modes are set one by one."""
    model = nn.Sequential(nn.BatchNorm1d(2), nn.Linear(2, 1))
    set_modes(model, {"0": False})
    assert modes(model) == {"": True, "0": False, "1": True}
    model(X).sum().backward()
    model[1].bias.requires_grad_(False)
    found = state(model)
    assert found["values"].keys() >= {"0.running_mean", "1.weight"}
    assert found["training"] == modes(model)
    assert found["requires_grad"]["1.bias"] is False
    assert found["grad"]["1.weight"].shape == (1, 2)


def test_a_copy_writes_into_the_same_journal_and_it_ends_somewhere() -> None:
    """Copies share the journal; what comes after its last event is left out."""
    journal = Journal()
    model = copy.deepcopy(Model(journal, nn.Identity()))
    model(X)
    assert names(journal) == ["forward"]
    for _ in range(MAX_EVENTS + 5):
        journal.note("more")
    assert len(journal.events()) == MAX_EVENTS
