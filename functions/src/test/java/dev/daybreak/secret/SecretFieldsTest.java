package dev.daybreak.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.database.Credentials;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.workload.RenderedSecret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretFieldsTest {
    private final SecretFields fields =
            World.secret(World.RDS, "application", Examples.PASSWORD).with("extra", "kept");

    @Test
    void changesOneFieldAndKeepsAllOthersInTheirOrder() {
        var changed = fields.with("host", "aurora");

        var expected = new LinkedHashMap<>(fields.fields());
        expected.put("host", "aurora");
        assertThat(changed.fields()).containsExactlyEntriesOf(expected);
        assertThat(fields.text("host")).contains(World.RDS.host());
    }

    @Test
    void aNumberStaysANumberAndATextAText() {
        assertThat(new SecretFields(Map.of("port", 5432)).with("port", "5433").fields())
                .isEqualTo(Map.of("port", 5433L));
        assertThat(new SecretFields(Map.of("port", "5432")).with("port", "5433").fields())
                .isEqualTo(Map.of("port", "5433"));
        assertThat(new SecretFields(Map.of()).with("port", "5433").fields())
                .isEqualTo(Map.of("port", "5433"));
    }

    @Test
    void readsTextsAndNumbersOnly() {
        var odd = new SecretFields(Map.of("a", List.of("x"), "b", true, "c", 7, "d", "y"));

        assertThat(odd.text("a")).isEmpty();
        assertThat(odd.text("b")).isEmpty();
        assertThat(odd.text("c")).contains("7");
        assertThat(odd.text("d")).contains("y");
        assertThat(odd.text("e")).isEmpty();
    }

    @Test
    void showsNoPasswordInAnyText() {
        var holders =
                List.of(
                        fields,
                        new SecretVersion("v1", Set.of("AWSCURRENT"), fields),
                        new Credentials("application", Examples.PASSWORD),
                        new RenderedSecret("database", "DB_URL", "1", Examples.PASSWORD));

        assertThat(holders).noneMatch(one -> one.toString().contains(Examples.PASSWORD));
    }
}
