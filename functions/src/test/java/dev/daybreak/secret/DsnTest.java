package dev.daybreak.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DsnTest {
    private static final Map<String, String> WANTED = Map.of("host", "aurora", "port", "5433");
    private static final Dsn URL =
            new Dsn("postgresql+psycopg://{username}:{password}@{host}:{port}/{dbname}?ssl=on");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a@b",
                "a:b",
                "a/b",
                "a?b",
                "a%b",
                "a%40b",
                "a$1",
                "a\\b\\E.*",
                "{host}",
                "@rds:5432/mosaic",
                "?ssl=on",
                "",
                "two\nlines",
                ".*"
            })
    void findsTheHostWhateverThePasswordHolds(String password) {
        assertThat(URL.holds(url(password, "aurora", 5433), WANTED)).isTrue();
        assertThat(URL.holds(url(password, "rds", 5433), WANTED)).isFalse();
        assertThat(URL.holds(url(password, "aurora", 5432), WANTED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aurora",
                "postgresql://u:p@aurora:5433/db?ssl=on",
                "postgresql+psycopg://u:p@aurora:5433/db",
                "postgresql+psycopg://u:p@aurora:5433/db?ssl=on ",
                "postgresql+psycopg://u:p@not-aurora:5433/db?ssl=on",
                "postgresql+psycopg://u:p@aurora.other:5433/db?ssl=on",
                "postgresql+psycopg://u:p@aurora:54330/db?ssl=on",
                "postgresql+psycopg://aurora:5433@rds:5432/db?ssl=on"
            })
    void refusesWhatHasAnotherShapeOrHost(String rendered) {
        assertThat(URL.holds(rendered, WANTED)).isFalse();
    }

    @Test
    void readsOtherShapesToo() {
        var jdbc =
                new Dsn("jdbc:postgresql://{host}:{port}/{db-name}?user={u.x}&password={password}");
        var words = new Dsn("host={host} port={port} password='{password}' sslmode=require");

        assertThat(jdbc.holds("jdbc:postgresql://aurora:5433/m?user=u&password=a&b/:@", WANTED))
                .isTrue();
        assertThat(words.holds("host=aurora port=5433 password='x y' sslmode=require", WANTED))
                .isTrue();
    }

    @Test
    void neverBelievesWhatItsShapeCannotShow() {
        var withoutHost = new Dsn("{username}:{password}");

        assertThat(withoutHost.holds("u:p", WANTED)).isFalse();
        assertThat(withoutHost.mentions("host")).isFalse();
        assertThat(withoutHost.mentions("password")).isTrue();
    }

    private static String url(String password, String host, int port) {
        return "postgresql+psycopg://app:%s@%s:%d/mosaic?ssl=on".formatted(password, host, port);
    }
}
