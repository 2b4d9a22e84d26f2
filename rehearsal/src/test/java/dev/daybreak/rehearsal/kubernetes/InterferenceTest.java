package dev.daybreak.rehearsal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.daybreak.fault.Fault;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterferenceTest {
    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "403, dev.daybreak.fault.Denied",
        "409, dev.daybreak.fault.Overtaken",
        "429, dev.daybreak.fault.Throttled",
        "500, dev.daybreak.fault.Unavailable",
    })
    void aCallThatIsRefusedChangesNothingAndTellsNoSecret(int status, Class<? extends Fault> type) {
        var end = shop.cluster.interfere((method, path) -> Optional.of(status));
        assertThat(catchThrowableOfType(Fault.class, () -> shop.scale(0))).isInstanceOf(type);
        assertThat(catchThrowableOfType(Fault.class, shop::url))
                .isInstanceOf(type)
                .message()
                .contains(Shop.RENDERED)
                .doesNotContain(Shop.PASSWORD);
        end.run();

        assertThat(shop.replicas()).isEqualTo(2);
    }

    @Test
    void aPermissionThatIsMissingIsNamed() {
        assertThat(shop.permissions.missing()).isEmpty();

        shop.cluster.interfere(
                new Interference() {
                    @Override
                    public Optional<Integer> instead(String method, String path) {
                        return Optional.empty();
                    }

                    @Override
                    public boolean denies(String verb, String resource) {
                        return verb.equals("patch") && resource.startsWith("external-secrets.io/");
                    }
                });
        assertThat(shop.permissions.missing())
                .containsExactly(
                        "patch externalsecrets.external-secrets.io database-credentials"
                                + " in namespace mosaic-prod");
    }
}
