package dev.daybreak.rehearsal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.runtime.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AskedPersonTest {
    @Test
    void showsForecastAndWarningsAndNeverTheToken() throws IOException {
        var order =
                Json.MAPPER.readTree(
                        """
                        {"token": "t0k3n", "forecast": {"milliseconds": 7900, "parts":
                         [{"what": "the pods end", "milliseconds": 1200}]},
                         "warnings": ["two tables have no key"]}
                        """);

        assertThat(AskedPerson.question(order))
                .contains("7.9 s", "1.2 s  the pods end", "Warning: two tables have no key")
                .doesNotContain("t0k3n");
    }
}
