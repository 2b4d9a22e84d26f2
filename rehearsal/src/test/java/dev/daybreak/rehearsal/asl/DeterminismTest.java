package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final String DEFINITION =
            """
            {'StartAt': 'Each', 'States': {'Each': {'Type': 'Map', 'End': true,
              'Items': '{% [1..5] %}',
              'ItemProcessor': {'StartAt': 'T', 'States': {
                'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Next': 'P',
                  'Arguments': {'FunctionName': 'f', 'Payload': '{% $states.input %}'},
                  'Assign': {'drawn': '{% $random() %}', 'id': '{% $uuid() %}'},
                  'Retry': [{'ErrorEquals': ['States.ALL'], 'JitterStrategy': 'FULL'}]},
                'P': {'Type': 'Pass', 'End': true, 'Output': {
                  'now': '{% $now() %}', 'millis': '{% $millis() %}',
                  'drawn': '{% $drawn %}', 'id': '{% $id %}'}}}}}}}
            """;

    @Test
    void theSameSeedGivesTheSameTranscriptByteForByte() {
        assertThat(transcript(1)).isEqualTo(transcript(1)).isNotEqualTo(transcript(2));
    }

    @Test
    void theClockInExpressionsIsOurs() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'W', 'States': {
                          'W': {'Type': 'Wait', 'Seconds': 3600, 'Next': 'P'},
                          'P': {'Type': 'Pass', 'End': true,
                            'Output': ['{% $now() %}', '{% $fromMillis($millis()) %}']}}}
                        """);
        assertThat(trial.run())
                .isEqualTo(
                        Trial.succeeded(
                                "['2026-01-01T01:00:00.000Z', '2026-01-01T01:00:00.000Z']"));
    }

    private static String transcript(long seed) {
        var trial =
                Trial.of(DEFINITION)
                        .seed(seed)
                        .thenAfter(Duration.ofSeconds(3), "1")
                        .thenFail(3, "Oops");
        trial.run();
        return trial.transcript();
    }

    @Test
    void manyThreadsMayRunTheSameMachineAtOnce() throws Exception {
        var machine = Trial.machine(DEFINITION);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> runs =
                    IntStream.range(0, 400)
                            .<Callable<String>>mapToObj(i -> () -> run(machine, i % 4))
                            .toList();
            var transcripts = threads.invokeAll(runs);
            for (var i = 4; i < transcripts.size(); i++) {
                assertThat(transcripts.get(i).get()).isEqualTo(transcripts.get(i % 4).get());
            }
        }
    }

    private static String run(StateMachine machine, long seed) {
        var trial = Trial.of(machine).seed(seed).thenFail(2, "Oops");
        trial.run();
        return trial.transcript();
    }
}
