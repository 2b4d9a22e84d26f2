package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.clock.RealTime;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RealTimeTest {
    @Test
    void branchesReallyRunAtOnce() {
        var both = new CountDownLatch(2);
        var outcome =
                run(
                        """
                        {'StartAt': 'Both', 'States': {'Both': {
                          'Type': 'Parallel', 'End': true, 'Branches': [
                          {'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'End': true,
                            'Resource': 'arn:aws:lambda:us-east-1:1:function:a'}}},
                          {'StartAt': 'B', 'States': {'B': {'Type': 'Task', 'End': true,
                            'Resource': 'arn:aws:lambda:us-east-1:1:function:b'}}}]}}}
                        """,
                        call -> {
                            both.countDown();
                            var met = both.await(10, TimeUnit.SECONDS);
                            return Trial.json(met ? "'met'" : "'alone'");
                        });
        assertThat(outcome).isEqualTo(Trial.succeeded("['met', 'met']"));
    }

    @Test
    void anExceptionFailsTheTaskByItsClassNameAsLambdaDoes() {
        var outcome =
                run(
                        """
                        {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'End': true,
                            'Resource': 'arn:aws:lambda:us-east-1:1:function:a'}}}
                        """,
                        call -> {
                            throw new IllegalStateException("no such instance");
                        });
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Failed(
                                Failure.of(
                                        "java.lang.IllegalStateException",
                                        "{\"errorMessage\":\"no such instance\","
                                                + "\"errorType\":"
                                                + "\"java.lang.IllegalStateException\"}")));
    }

    @Test
    void workMayNameItsErrorItself() {
        var outcome =
                run(
                        """
                        {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'End': true,
                            'Resource': 'arn:aws:lambda:us-east-1:1:function:a'}}}
                        """,
                        call -> {
                            throw new TaskFailed("Sandbox.Timedout", "after 3 s");
                        });
        assertThat(outcome)
                .isEqualTo(new Outcome.Failed(Failure.of("Sandbox.Timedout", "after 3 s")));
    }

    @Test
    void aTokenMayBeAnsweredFromAnyThread() throws Exception {
        var asked = new SynchronousQueue<Optional<String>>();
        try (var people = Executors.newSingleThreadExecutor();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var execution =
                    interpreter(
                                    Tasks.blocking(
                                            threads,
                                            call -> {
                                                asked.put(call.origin().token());
                                                return Trial.json("{}");
                                            }))
                            .start(
                                    Trial.machine(
                                            """
                                            {'StartAt': 'T', 'States': {'T': {
                                              'Type': 'Task', 'End': true,
                                              'Resource':
                                                'arn:aws:states:::lambda:invoke.waitForTaskToken',
                                              'Arguments': {'FunctionName': 'ask'}}}}
                                            """),
                                    "real",
                                    Trial.json("{}"));
            var answered =
                    people.submit(
                            () ->
                                    execution.sendTaskSuccess(
                                            asked.take().orElseThrow(), Trial.json("'yes'")));
            assertThat(execution.await()).isEqualTo(Trial.succeeded("'yes'"));
            assertThat(answered.get()).isTrue();
        }
    }

    private static Outcome run(String definition, Tasks.Work work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return interpreter(Tasks.blocking(threads, work))
                    .start(Trial.machine(definition), "real", Trial.json("{}"))
                    .await();
        }
    }

    private static Interpreter interpreter(Tasks tasks) {
        return new Interpreter(tasks, RealTime.atPace(1), new SplittableRandom(1), Listener.DEAF);
    }
}
