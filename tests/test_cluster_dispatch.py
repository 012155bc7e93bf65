"""Handing a batch to workers: each order is graded once, whatever becomes of the workers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from fake_workers import Died, FakeClient, FakeWorker, Hangs, Unreachable, accepts, attempt
from small_course import REFERENCE, SLUG, make_small_course

from grader.batch.orders import Order
from grader.catalog import Catalog, SourceText
from grader.cluster import crew, dispatch, grading
from grader.cluster.address import Address
from grader.cluster.dispatch import ConnectionLost, Dispatch, Terms
from grader.cluster.messages import Answer, Job, Kind, Program, pack
from grader.cluster.parcels import this_program
from grader.errors import ClusterUnusable, GraderFault
from grader.gradebook import Handed
from grader.model import Attempt, Text, Verdict

CPU = Terms(device="cpu", trusted=True)


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "LOOK_SECONDS", 0.0)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A small course."""
    return Catalog(make_small_course(tmp_path_factory.mktemp("course")))


def orders(count: int) -> dict[int, Order]:
    """Return so many orders, no two alike."""
    texts = [f"{REFERENCE}\n# {number}\n" for number in range(count)]
    return {
        number: Order(
            Handed(f"s{number}", SLUG, "double.py", str(number), source),
            SourceText("double.py", source, str(number)),
            str(number),
        )
        for number, source in enumerate(texts)
    }


def graded(
    client: FakeClient, catalog: Catalog, terms: Terms = CPU, count: int = 6, told: list[Text] | None = None
) -> dict[int, Attempt]:
    """Dispatch orders; return the attempts by number, each of which came once."""
    heard = told if told is not None else []
    found = list(Dispatch(client, catalog, orders(count), Counter(), terms, heard.append).run())
    assert sorted(number for number, _ in found) == list(range(count))
    return dict(found)


def test_every_worker_is_sent_an_exercise_once(catalog: Catalog) -> None:
    """The files of an exercise travel with the first job of a worker, by their hash; no student's name does."""
    client = FakeClient(a=FakeWorker(catalog, "a"), b=FakeWorker(catalog, "b"))

    attempts = graded(client, catalog, count=8)

    for worker in client.workers.values():
        assert worker.jobs
        assert worker.shipped == [catalog.version(SLUG)]
        assert dict(worker.jobs[0].files) == dict(catalog.files(SLUG))
        assert "s0" not in {field for job in worker.jobs for field in (job.name, job.sha256)}
    assert [attempts[number].student for number in range(8)] == [f"s{number}" for number in range(8)]


def test_a_worker_that_has_forgotten_an_exercise_gets_it_again(catalog: Catalog) -> None:
    """Where a worker says that it lacks the files, they are sent once more."""

    def forgets(worker: FakeWorker, job: Job) -> bytes:
        if len(worker.jobs) == 3:
            worker.shipped.clear()
        return accepts(worker, job)

    client = FakeClient(a=FakeWorker(catalog, "a", forgets))
    attempts = graded(client, catalog)

    assert {one.verdict for one in attempts.values()} == {Verdict.ACCEPTED}
    assert sum(bool(job.files) for job in client.workers["a"].jobs) == 2


def test_another_process_at_the_same_address_is_greeted_anew(catalog: Catalog) -> None:
    """A job is done only by the process that introduced itself: versions and files are settled again."""

    def replaced(worker: FakeWorker, job: Job) -> bytes:
        if len(worker.jobs) == 3:
            worker.token, worker.shipped = "another", []
        return accepts(worker, job)

    client = FakeClient(a=FakeWorker(catalog, "a", replaced))
    attempts = graded(client, catalog)

    assert {one.verdict for one in attempts.values()} == {Verdict.ACCEPTED}
    assert client.workers["a"].jobs[-1].token == "another"


def test_a_worker_with_another_program_is_refused(catalog: Catalog) -> None:
    """Another Tensorgrade, torch or Python would grade otherwise: that worker gets nothing, and it is said."""
    here = this_program()
    other = Program("0.0.1", "1.0.0", here.python, "code")
    client = FakeClient(a=FakeWorker(catalog, "a"), b=FakeWorker(catalog, "b", program=other))
    told: list[Text] = []

    graded(client, catalog, told=told)

    assert client.workers["b"].jobs == []
    assert [str(one) for one in told] == [f"Worker b is not used: it has {other}, this batch {here}."]


def test_a_suffix_of_a_build_makes_no_other_program() -> None:
    """torch 2.13.0+cpu grades as 2.13.0 does; another code, torch or minor version of Python does not."""
    one = Program("1", "2.13.0+cpu", "3.11.7", "c")
    same = Program("1", "2.13.0", "3.11.9", "c")
    others = [Program("1", "2.13.1", "3.11.7", "c"), Program("1", "2.13.0", "3.12.0", "c"),
              Program("1", "2.13.0", "3.11.7", "d")]  # fmt: skip

    assert one.grades_like(same)
    assert not any(one.grades_like(other) for other in others)


@pytest.mark.parametrize(
    ("worker", "why"),
    [
        ({"unfit": "The sandbox reaches only level L1 here."}, "reaches only level L1"),
        ({"introduction": ModuleNotFoundError("No module named 'grader'")}, "cannot run this Tensorgrade"),
        ({"introduction": b"\xc1"}, "does not say what it is"),
        ({"introduction": "text"}, "does not say what it is"),
    ],
)
def test_where_every_worker_is_refused_the_batch_ends_at_once(
    catalog: Catalog, worker: dict[str, object], why: str
) -> None:
    """A weak sandbox, no Tensorgrade, nonsense: the error names the worker and why."""
    client = FakeClient(a=FakeWorker(catalog, "a", **worker))  # type: ignore[arg-type]

    with pytest.raises(ClusterUnusable, match=why):
        graded(client, catalog)

    assert client.workers["a"].jobs == []


def test_work_on_cuda_goes_only_where_a_gpu_is_declared(catalog: Catalog) -> None:
    """`--device cuda`, and `auto` where a GPU is declared, ask Dask for one; the other workers get nothing."""
    for device in ("cuda", "auto"):
        client = FakeClient(a=FakeWorker(catalog, "a"), b=FakeWorker(catalog, "b", resources={"GPU": 1.0}))
        graded(client, catalog, Terms(device, trusted=True))

        assert client.workers["a"].jobs == []
        assert client.workers["b"].asked == [{"GPU": 1}] * 6


def test_work_on_the_cpu_goes_anywhere(catalog: Catalog) -> None:
    """`--device cpu` takes every worker and no GPU; so does `auto` where none is declared."""
    mixed = FakeClient(a=FakeWorker(catalog, "a"), b=FakeWorker(catalog, "b", resources={"GPU": 1.0}))
    graded(mixed, catalog)
    plain = FakeClient(a=FakeWorker(catalog, "a"))
    graded(plain, catalog, Terms("auto", trusted=True))

    for worker in (*mixed.workers.values(), *plain.workers.values()):
        assert worker.jobs
        assert worker.asked == [None] * len(worker.jobs)


def test_cuda_without_a_declared_gpu_is_said(catalog: Catalog) -> None:
    """Where nobody declares a GPU, the error says how one is declared."""
    client = FakeClient(a=FakeWorker(catalog, "a"))

    with pytest.raises(ClusterUnusable, match="None of the 1 workers declares a GPU") as caught:
        graded(client, catalog, Terms("cuda", trusted=True, wait=0.0))

    assert "--resources GPU=1" in caught.value.hint


def test_a_cluster_without_workers_is_said(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting has an end, and is told meanwhile."""
    monkeypatch.setattr(dispatch, "ALONE_SECONDS", 0.0)
    told: list[Text] = []

    with pytest.raises(ClusterUnusable, match="has no workers"):
        graded(FakeClient(), catalog, replace(CPU, wait=0.05), told=told)

    assert [str(one) for one in told] == ["No worker can grade yet; waiting 0.05 s."]


def test_what_a_lost_worker_had_is_graded_by_another(catalog: Catalog) -> None:
    """Worker a dies over its second job; everything has one attempt, and none is a fault."""

    def dies(worker: FakeWorker, job: Job) -> bytes:
        if len(worker.jobs) == 2:
            raise Died
        return accepts(worker, job)

    client = FakeClient(a=FakeWorker(catalog, "a", dies), b=FakeWorker(catalog, "b"))
    attempts = graded(client, catalog, count=10)

    assert set(client.workers) == {"b"}
    assert {one.verdict for one in attempts.values()} == {Verdict.ACCEPTED}


def test_a_submission_that_takes_every_worker_along_is_given_up(catalog: Catalog) -> None:
    """After its tries it is a fault of ours, the others are graded, and the batch ends."""

    def poisoned(worker: FakeWorker, job: Job) -> bytes:
        if job.sha256 == "3":
            raise Died
        return accepts(worker, job)

    client = FakeClient(**{f"w{n}": FakeWorker(catalog, f"w{n}", poisoned) for n in range(6)})
    attempts = graded(client, catalog)

    assert len(client.workers) == 6 - dispatch.TRIES
    assert attempts.pop(3).verdict is Verdict.GRADER_FAULT
    assert {one.verdict for one in attempts.values()} == {Verdict.ACCEPTED}


def test_a_silent_worker_loses_its_work(catalog: Catalog) -> None:
    """A worker that answers nothing while patience lasts is passed over; what it says later is not heard."""

    def silent(worker: FakeWorker, job: Job) -> bytes:
        raise Hangs

    client = FakeClient(a=FakeWorker(catalog, "a", silent), b=FakeWorker(catalog, "b"))
    attempts = graded(client, catalog, replace(CPU, patience=0.0))

    assert client.workers["a"].jobs
    assert {one.verdict for one in attempts.values()} == {Verdict.ACCEPTED}


def test_a_worker_on_which_everything_fails_is_dismissed(catalog: Catalog) -> None:
    """Three failures in a row are the worker's: it is refused, and what failed is graded elsewhere."""

    def sick(worker: FakeWorker, job: Job) -> bytes:
        if len(worker.jobs) % 2:
            raise OSError(28, "No space left on device")
        return pack(Answer(Kind.FAULT, why="OSError: disk full"))

    client = FakeClient(a=FakeWorker(catalog, "a", sick), b=FakeWorker(catalog, "b"))
    told: list[Text] = []
    attempts = graded(client, catalog, told=told, count=20)

    assert {one.verdict for one in attempts.values()} == {Verdict.ACCEPTED}
    assert len(client.workers["a"].jobs) <= crew.FAULTS + dispatch.AT_ONCE
    assert "3 tasks in a row failed on it" in str(told[0])


def test_an_answer_that_cannot_be_read_is_a_failure(catalog: Catalog) -> None:
    """Bytes that are no answer, and an attempt that is none, cost a try and nothing else."""

    def babbles(worker: FakeWorker, job: Job) -> bytes:
        return b"\xc1" if len(worker.jobs) == 1 else pack(Answer(Kind.GRADED, b"{}"))

    client = FakeClient(a=FakeWorker(catalog, "a", babbles), b=FakeWorker(catalog, "b"))

    assert {one.verdict for one in graded(client, catalog).values()} == {Verdict.ACCEPTED}


def test_a_fault_of_the_grader_is_tried_again_and_then_kept(catalog: Catalog) -> None:
    """One that passes leaves no trace; one that stays is the attempt, once."""

    def faulty(worker: FakeWorker, job: Job) -> bytes:
        seen = sum(one.sha256 == job.sha256 for one in worker.jobs)
        fails = job.sha256 == "1" or (job.sha256 == "2" and seen == 1)
        return attempt(worker, Verdict.GRADER_FAULT) if fails else attempt(worker, Verdict.ACCEPTED)

    attempts = graded(FakeClient(a=FakeWorker(catalog, "a", faulty)), catalog)

    verdicts = {number: one.verdict for number, one in attempts.items()}
    assert verdicts.pop(1) is Verdict.GRADER_FAULT
    assert set(verdicts.values()) == {Verdict.ACCEPTED}


def test_a_lost_connection_ends_the_dispatch(catalog: Catalog) -> None:
    """Tasks that Dask cancels because the scheduler is gone are nobody's failure: the caller connects again."""
    client = FakeClient()

    def cut(worker: FakeWorker, job: Job) -> bytes:
        client.status = "connecting"
        raise Hangs

    client.workers["a"] = FakeWorker(catalog, "a", cut)
    running = Dispatch(client, catalog, orders(3), Counter(), CPU, print)

    with pytest.raises(ConnectionLost, match="connecting"):
        list(running.run())

    running.close()


def test_a_task_that_dask_gave_up_waits_again(catalog: Catalog) -> None:
    """A task cancelled from outside, with the connection in order, is simply handed out again."""
    client = FakeClient()

    def outside(worker: FakeWorker, job: Job) -> bytes:
        if len(worker.jobs) == 1:
            raise Hangs
        return accepts(worker, job)

    client.workers["a"] = FakeWorker(catalog, "a", outside)
    tries: Counter[int] = Counter()
    running = Dispatch(client, catalog, orders(3), tries, CPU, print)
    attempts = running.run()
    first = next(attempts)
    for task in list(running._tasks.values()):
        task.future.cancel()

    assert sorted(number for number, _ in [first, *attempts]) == [0, 1, 2]
    assert not tries


def test_a_result_that_is_gone_is_tried_again(catalog: Catalog) -> None:
    """A worker that goes before its answer was fetched costs a try and nothing else."""

    def gone(worker: FakeWorker, job: Job) -> bytes:
        if len(worker.jobs) == 1:
            raise Unreachable
        return accepts(worker, job)

    client = FakeClient(a=FakeWorker(catalog, "a", gone))

    assert {one.verdict for one in graded(client, catalog).values()} == {Verdict.ACCEPTED}


def test_a_connection_that_is_lost_again_and_again_is_a_fault_of_ours(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Connecting again has an end; what was graded before stays graded, and the error says how to go on."""

    @contextmanager
    def flaky(address: Address) -> Iterator[FakeClient]:
        client = FakeClient()

        def one_then_cut(worker: FakeWorker, job: Job) -> bytes:
            if len(worker.jobs) > 1:
                client.status = "connecting"
                raise Hangs
            return accepts(worker, job)

        client.workers["a"] = FakeWorker(catalog, "a", one_then_cut)
        yield client

    monkeypatch.setattr(grading, "connected", flaky)
    told: list[Text] = []
    cluster = grading.Cluster(Address(scheduler="tcp://a:1"), CPU, told.append)
    found: list[str] = []

    with pytest.raises(GraderFault, match="was lost 4 times") as caught:
        for order, _ in cluster.graded(catalog, list(orders(9).values())):
            found.append(order.handed.student)

    assert len(found) == len(set(found)) == grading.CONNECTIONS
    assert len(told) == grading.CONNECTIONS - 1
    assert "the same command goes on" in caught.value.hint
