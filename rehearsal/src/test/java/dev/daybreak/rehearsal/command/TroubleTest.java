package dev.daybreak.rehearsal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.postgres.ServerTrouble;
import dev.daybreak.rehearsal.postgres.ServerTrouble.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonOfAServerHasAWayOut(Reason reason) {
        var trouble = Trouble.of(new ServerTrouble(reason, "rds has trouble"));

        assertThat(trouble.code()).isBetween(65, 73);
        assertThat(trouble.words())
                .startsWith("rds has trouble\n")
                .hasLineCount(2)
                .endsWith("Nothing was left running.");
    }

    @Test
    void aFullDiskIsToldApartWhoeverMetIt() {
        var full = new IOException("No space left on device");

        assertThat(Trouble.of(new UncheckedIOException("the transcript cannot be written", full)))
                .extracting(Trouble::code)
                .isEqualTo(ExitCode.NO_SPACE);
    }

    @Test
    void whatNobodyExpectedIsAskedToBeReported() {
        var trouble = Trouble.of(new IllegalStateException("the impossible"));

        assertThat(trouble.code()).isEqualTo(ExitCode.BUG);
        assertThat(trouble.words()).contains("the impossible", "report it", "DAYBREAK_TRACE=1");
    }
}
