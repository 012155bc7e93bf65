"""Spies: what a submission does with a model, a loader, a loss and an optimiser can be read afterwards."""

import textwrap
from collections.abc import Callable, Iterator

import pytest
import torch

from grader.author import StudentRaised, remote_spies, remote_torch
from grader.client.proxy import RemoteObject, Student
from grader.client.session import Session
from grader.client.zygote import Zygote
from grader.model import Bilingual, Exercise, Limits

Opener = Callable[..., Student]
X = torch.tensor([[1.0, 2.0], [3.0, -1.0]])
Y = torch.tensor([0, 1])
LOOP = """
def f(model, loader, loss_fn, optimizer):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
    return loss.item()
"""


@pytest.fixture(params=["cpu", "simulated"])
def opened(zygote: Zygote, request: pytest.FixtureRequest) -> Iterator[Opener]:
    """Open submissions that define ``f``, on either device; every session is closed at the end."""
    nothing = Bilingual("", "")
    exercise = Exercise("probe", nothing, "f", "M00", 1, nothing, (), limits=Limits(call_seconds=20.0))
    sessions = []

    def open_source(source: str) -> Student:
        session = Session(zygote, exercise, textwrap.dedent(source), request.param)
        sessions.append(session)
        return Student(session)

    yield open_source
    for session in sessions:
        session.close()


def spied(student: Student, batches: list[object], **loading: object) -> dict[str, RemoteObject]:
    """Build a journal and the four spies around a linear model with weights of zero."""
    spies, far = remote_spies(student), remote_torch(student)
    journal = spies.Journal()
    linear = far.nn.Linear(2, 2)
    linear.load_state_dict({"weight": torch.zeros(2, 2), "bias": torch.zeros(2)})
    model = spies.Model(journal, far.nn.Sequential(linear, far.nn.Dropout(0.0)))
    if student.remote_wire.session.device != "cpu":
        model.to("cuda")
    return {
        "journal": journal,
        "model": model,
        "loader": spies.Batches(journal, batches, **loading),
        "loss_fn": spies.Loss(journal, far.nn.CrossEntropyLoss()),
        "optimizer": spies.Descent(journal, model.parameters(), lr=0.5, momentum=0.5),
    }


def run(student: Student, spies: dict[str, RemoteObject]) -> object:
    """Call ``f`` with the four spies."""
    return student.f(spies["model"], spies["loader"], spies["loss_fn"], spies["optimizer"])


def names(journal: RemoteObject) -> list[str]:
    """Return the names of the events noted."""
    return [entry["event"] for entry in journal.events()]


def test_a_loop_is_written_down_in_order(opened: Opener) -> None:
    """Every step of a training loop is in the journal, in the order in which it was made."""
    student = opened(LOOP)
    spies = spied(student, [(X, Y), (X, Y)])

    assert run(student, spies) < 0.6931
    step = ["batch", "zero_grad", "forward", "loss", "backward", "step"]
    assert names(spies["journal"]) == ["iterate", *step, *step]


def test_descent_moves_the_weights_as_sgd_does(opened: Opener) -> None:
    """After two steps the weights are those of torch's SGD with momentum."""
    student = opened(LOOP)
    spies = spied(student, [(X, Y), (X, Y)])
    run(student, spies)
    expected = torch.nn.Linear(2, 2)
    expected.load_state_dict({"weight": torch.zeros(2, 2), "bias": torch.zeros(2)})
    sgd = torch.optim.SGD(expected.parameters(), lr=0.5, momentum=0.5)
    for _ in range(2):
        sgd.zero_grad()
        torch.nn.functional.cross_entropy(expected(X), Y).backward()
        sgd.step()

    got = spies["model"].state_dict()

    assert torch.allclose(got["inner.0.weight"], expected.weight)
    assert torch.allclose(got["inner.0.bias"], expected.bias)


def test_a_forward_tells_modes_and_gradients(opened: Opener) -> None:
    """Each forward says which submodules were in training mode and whether autograd recorded."""
    student = opened(
        """
        import torch
        def f(model, loader, loss_fn, optimizer):
            model.train()
            list(model.inner.children())[1].eval()
            for x, y in loader:
                with torch.no_grad():
                    model.forward(x)
        """
    )
    spies = spied(student, [(X, Y)])
    run(student, spies)

    (seen,) = [entry for entry in spies["journal"].events() if entry["event"] == "forward"]

    assert seen["training"] == {"": True, "inner": True, "inner.0": True, "inner.1": False}
    assert (seen["grad"], seen["shape"]) == (False, [2, 2])


def test_a_copy_writes_into_the_same_journal(opened: Opener) -> None:
    """A deep copy of a model is another model, whose forwards are noted with its own modes."""
    student = opened(
        """
        import copy
        def f(model, loader, loss_fn, optimizer):
            other = copy.deepcopy(model).eval()
            for x, y in loader:
                other(x)
        """
    )
    spies = spied(student, [(X, Y)])
    run(student, spies)

    seen = spies["journal"].events()[-1]

    assert (seen["event"], seen["training"][""]) == ("forward", False)
    assert remote_spies(student).modes(spies["model"])[""] is True


def test_a_loader_of_one_pass_is_empty_the_second_time(opened: Opener) -> None:
    """With ``once`` a second pass finds nothing, and the loader has no length."""
    student = opened("def f(model, loader, *_):\n    return len(list(loader)), len(list(loader))\n")
    asking = opened("def f(model, loader, *_):\n    return len(loader)\n")

    assert run(student, spied(student, [(X, Y)], once=True)) == (1, 0)
    with pytest.raises(TypeError):
        run(asking, spied(asking, [(X, Y)]))


def test_a_sized_loader_has_a_length(opened: Opener) -> None:
    """SizedBatches can be counted and gives back what it was given."""
    student = opened("def f(loader):\n    return len(loader)\n")
    loader = remote_spies(student).SizedBatches(remote_spies(student).Journal(), [(X, Y), (X, Y)])

    assert student.f(loader) == 2
    assert torch.equal(loader.batches[1][0], X)


@pytest.mark.parametrize(
    ("total", "alive"), [("total = total + loss", [0, 1, 2, 3]), ("total += loss.item()", [0, 1, 1, 1])]
)
def test_graphs_that_are_kept_are_counted(opened: Opener, total: str, alive: list[int]) -> None:
    """A loss summed with its graph keeps every graph alive; a number lets them go."""
    student = opened(
        f"""
        def f(model, loader, loss_fn, optimizer):
            total = 0.0
            for x, y in loader:
                loss = loss_fn(model(x), y)
                loss.backward()
                {total}
            return float(total)
        """
    )
    spies = spied(student, [(X, Y)] * 4)
    run(student, spies)

    assert [entry["graphs"] for entry in spies["journal"].events() if entry["event"] == "loss"] == alive
    assert spies["journal"].graphs() == 0


def test_a_models_state_can_be_read_and_its_modes_set(opened: Opener) -> None:
    """Values, modes, requires_grad and gradients come by name; modes are set one by one."""
    student = opened("def f(model):\n    model.inner.weight.requires_grad_(False)\n")
    spies, far = remote_spies(student), remote_torch(student)
    model = spies.Model(spies.Journal(), far.nn.BatchNorm1d(1))
    spies.set_modes(model, {"": False})
    student.f(model)

    state = spies.state(model)

    assert state["training"] == {"": False, "inner": True}
    assert state["requires_grad"] == {"inner.weight": False, "inner.bias": True}
    assert state["grad"] == {"inner.weight": None, "inner.bias": None}
    assert list(state["values"]) == [
        "inner.weight",
        "inner.bias",
        "inner.running_mean",
        "inner.running_var",
        "inner.num_batches_tracked",
    ]


def test_a_closure_is_called_by_a_step(opened: Opener) -> None:
    """``step(closure)`` calls the closure with autograd on, and returns its loss."""
    student = opened(
        """
        import torch
        def f(model, loader, loss_fn, optimizer):
            for x, y in loader:
                def closure():
                    optimizer.zero_grad()
                    loss = loss_fn(model(x), y)
                    loss.backward()
                    return loss
                with torch.no_grad():
                    loss = optimizer.step(closure)
            return isinstance(optimizer, torch.optim.Optimizer), loss.item()
        """
    )
    spies = spied(student, [(X, Y)])
    is_optimizer, loss = run(student, spies)

    assert (is_optimizer, round(loss, 4)) == (True, 0.6931)
    assert names(spies["journal"])[-1] == "step"


def test_the_journal_ends_somewhere(opened: Opener) -> None:
    """A submission that calls without end fills no memory: later events are left out."""
    student = opened("def f(model, loader, *_):\n    for _ in range(3000):\n        list(loader)\n")
    spies = spied(student, [])
    run(student, spies)

    assert len(names(spies["journal"])) == 2000


def test_an_exception_in_a_spied_object_is_the_submissions(opened: Opener) -> None:
    """What a spied model raises arrives with the submission's line, as from a model of torch's."""
    student = opened("def f(model, *_):\n    return model('no tensor')\n")

    with pytest.raises(StudentRaised) as caught:
        run(student, spied(student, []))

    assert caught.value.line == 2


def test_leaves_bring_their_gradients(opened: Opener) -> None:
    """`Leaves` is a list of parameters with the gradients given; what is done to both in place can be read."""
    student = opened("""
        def f(ps):
            ps[0].grad.mul_(2)
            ps[1].data.add_(1)
            return isinstance(ps, list) and ps[0].is_leaf and ps[1].grad is None
    """)
    leaves = remote_spies(student).Leaves([torch.ones(2), torch.zeros(2)], [torch.tensor([1.0, 3.0]), None])

    assert student.f(leaves) is True

    assert leaves.kept() is True
    assert [value.tolist() for value in leaves.values()] == [[1.0, 1.0], [1.0, 1.0]]
    assert leaves.grads()[0].tolist() == [2.0, 6.0]
    assert leaves.grads()[1] is None


@pytest.mark.parametrize("change", ["ps[0].grad = ps[0].grad * 2", "ps.pop()", "ps[0] = ps[1]"])
def test_leaves_tell_what_was_replaced(opened: Opener, change: str) -> None:
    """Another gradient, parameter or length is not what was handed over."""
    student = opened(f"def f(ps):\n    {change}\n")
    leaves = remote_spies(student).Leaves([torch.ones(1), torch.zeros(1)], [torch.ones(1), None])

    student.f(leaves)

    assert leaves.kept() is False
