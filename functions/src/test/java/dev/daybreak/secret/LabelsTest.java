package dev.daybreak.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void twoMigrationsOfOneSecretNeverShareALabel() {
        var mosaic = new Labels("mosaic");
        var other = new Labels("other");

        assertThat(new String[] {mosaic.before(), mosaic.after(), other.before(), other.after()})
                .doesNotHaveDuplicates();
    }

    @Test
    void theLongestNameThatFitsDoesAndNoLongerOne() {
        var longest = "m".repeat(256 - "daybreak--before".length());

        assertThat(new Labels(longest).before()).hasSize(256);
        assertThatThrownBy(() -> new Labels(longest + "m"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
