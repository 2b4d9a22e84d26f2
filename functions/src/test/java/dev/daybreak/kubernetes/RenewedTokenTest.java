package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RenewedTokenTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T02:00:00Z"));
    private final AtomicInteger signed = new AtomicInteger();
    private final RenewedToken token =
            new RenewedToken(() -> "token-" + signed.incrementAndGet(), now::get);

    @Test
    void keepsATokenForTenMinutesAndNeverUntilItsFifteenth() {
        assertThat(token.get()).isEqualTo("token-1");
        pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(token.get()).isEqualTo("token-1");
        pass(Duration.ofMillis(1));
        assertThat(token.get()).isEqualTo("token-2");
    }

    @Test
    void neverShowsTheToken() {
        token.get();

        assertThat(token).asString().doesNotContain("token-1");
    }

    private void pass(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }
}
