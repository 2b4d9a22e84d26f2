package dev.daybreak.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.ports.Permissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeferredTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void isMadeOnceAndOnlyWhenItIsUsed() {
        var permissions =
                Deferred.of(
                        Permissions.class,
                        () -> {
                            made.incrementAndGet();
                            return () -> List.of("x");
                        });
        assertThat(made).hasValue(0);
        assertThat(permissions.missing()).containsExactly("x");
        assertThat(permissions.missing()).containsExactly("x");
        assertThat(made).hasValue(1);
    }

    @Test
    void letsFaultsThroughAsTheyAre() {
        Permissions failing =
                () -> {
                    throw new Unavailable("gone");
                };
        assertThatThrownBy(() -> Deferred.of(Permissions.class, () -> failing).missing())
                .isInstanceOf(Unavailable.class)
                .hasMessage("gone");
    }

    @Test
    void aMakingThatFailedIsTriedAgain() {
        var permissions =
                Deferred.of(
                        Permissions.class,
                        () -> {
                            if (made.getAndIncrement() == 0) {
                                throw new Unavailable("not yet");
                            }
                            return List::of;
                        });
        assertThatThrownBy(permissions::missing).isInstanceOf(Unavailable.class);
        assertThat(permissions.missing()).isEmpty();
    }
}
