package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.cloud.SecretChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherHandsTest {
    private static final SecretChange HIS = change("another writer", "password");
    private static final SecretChange SWAP = change("daybreak", "host", "port");

    @Test
    void keepsWhatOthersChangedApartFromTheSwap() {
        var hands = new OtherHands(List.of(SWAP, HIS, SWAP));
        assertThat(hands.changed()).containsExactly("password");
        assertThat(hands.overwritten()).isEmpty();
    }

    @Test
    void findsAFieldThatWasHisAndIsChangedAfterHim() {
        var back = change("daybreak", "host", "password");
        assertThat(new OtherHands(List.of(HIS, back)).overwritten())
                .singleElement()
                .asString()
                .contains("password", "another writer");
    }

    @Test
    void takesAChangeOfHisOwnOnTopOfOursForHis() {
        assertThat(new OtherHands(List.of(change("daybreak", "password"), HIS)).overwritten())
                .isEmpty();
    }

    private static SecretChange change(String by, String... fields) {
        return new SecretChange(Instant.EPOCH, by, "PutSecretValue", "v", Set.of(fields), Map.of());
    }
}
