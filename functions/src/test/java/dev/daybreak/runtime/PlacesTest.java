package dev.daybreak.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.daybreak.database.Credentials;
import dev.daybreak.database.Side;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.secret.SecretFields;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlacesTest {
    private final World world = new World();
    private final Places places = world.wiring().places();
    private final Logins logins = world.wiring().logins();

    @Test
    void asksRdsItselfWhereTheDatabasesAre() {
        world.secrets.put(Examples.SECRET, "v2", World.secret(World.AURORA, "application", "x"));

        assertThat(places.of(Side.RDS)).isEqualTo(World.RDS);
        assertThat(places.of(Side.AURORA)).isEqualTo(World.AURORA);
        assertThat(logins.target()).isEqualTo(World.AURORA);
    }

    @Test
    void saysByNameWhatIsMissing() {
        world.instances.remove(Examples.INSTANCE);
        world.clusters.remove(Examples.CLUSTER);

        assertThatThrownBy(() -> places.of(Side.RDS))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining(Examples.INSTANCE);
        assertThatThrownBy(() -> places.of(Side.AURORA))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining(Examples.CLUSTER);
    }

    @Test
    void readsEachLoginFromItsSecretEachTime() {
        assertThat(logins.application())
                .isEqualTo(new Credentials("application", Examples.PASSWORD));
        assertThat(logins.owner().username()).isEqualTo("owner");
        assertThat(logins.daybreak().username()).isEqualTo("daybreak");

        world.secrets.put(Examples.SECRET, "v2", World.secret(World.RDS, "application", "new"));

        assertThat(logins.application()).isEqualTo(new Credentials("application", "new"));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("host", ""),
                arguments("host", "  "),
                arguments("port", "many"),
                arguments("dbname", ""),
                arguments("username", ""),
                arguments("password", ""));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesTheFieldThatIsBrokenAndNeverAValue(String field, String value) {
        var fields =
                new LinkedHashMap<>(
                        World.secret(World.RDS, "application", Examples.PASSWORD).fields());
        fields.put(field, value);
        world.secrets.put(Examples.SECRET, "v2", new SecretFields(fields));

        assertThatThrownBy(
                        () -> {
                            logins.application();
                            logins.target();
                        })
                .isInstanceOf(Unexpected.class)
                .hasMessageContainingAll(Examples.SECRET, "'" + field + "'")
                .hasMessageNotContaining(Examples.PASSWORD);
    }
}
