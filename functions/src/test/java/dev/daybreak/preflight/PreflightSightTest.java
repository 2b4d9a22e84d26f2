package dev.daybreak.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.database.Login;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.preflight.Preflight.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What cannot be seen is no pass.
class PreflightSightTest {
    private final World world = new World();

    @Test
    void withoutTheOwnersLoginNothingOfTheDatabasePasses() {
        for (var refused : List.of(new Login.WrongPassword(), new Login.NotAdmitted())) {
            world.logins.put("owner", refused);

            assertThat(checks(refusals()))
                    .contains("owner-login", "owner-owns", "no-prepared-transactions")
                    .contains("known-clients")
                    .doesNotContain("application-login", "version-on-aurora");
        }
    }

    @Test
    void whatIsMissingAltogetherIsRefusedAndNotACrash() {
        world.instances.clear();
        world.secrets.clear();

        assertThat(refusals())
                .extracting(Finding::what)
                .contains(
                        "This could not be looked at: There is no instance mosaic-prod-db.",
                        "This could not be looked at: There is no secret"
                                + " mosaic/prod/rds/credentials.");
    }

    @Test
    void aSecretWithoutAPasswordIsRefusedByFieldAndLogin() {
        world.changeSecret("password", " ");

        assertThat(checks(refusals())).isEqualTo(Set.of("secret-fields", "application-login"));
    }

    @Test
    void notBeingAllowedToLookIsNoPass() {
        world.factsFault = Optional.of(new Denied("permission denied for pg_extension"));

        assertThat(refusals())
                .filteredOn(finding -> finding.check().equals("tables-have-keys"))
                .extracting(Finding::what)
                .containsExactly("This could not be looked at: permission denied for pg_extension");
    }

    @Test
    void faultsThatPassByThemselvesGoOutToBeRetried() {
        for (var fault :
                List.of(
                        new Throttled("slow down"),
                        new Unavailable("no answer"),
                        new Overtaken("changed meanwhile"))) {
            world.factsFault = Optional.of(fault);

            assertThatThrownBy(() -> world.preflight(false)).isSameAs(fault);
        }
    }

    @Test
    void noCheckPassesOnWhatItCannotSee() {
        var blind = Blind.sight(world.migration);

        assertThat(Checks.ALL)
                .filteredOn(check -> !check.name().equals("extensions-required"))
                .allSatisfy(
                        check ->
                                assertThat(check.answer().apply(blind))
                                        .isInstanceOf(Verdict.Refuse.class));
    }

    private List<Finding> refusals() {
        return world.preflight(false) instanceof Answer.Refused(_, var findings)
                ? findings.refusals()
                : List.of();
    }

    private static Set<String> checks(List<Finding> findings) {
        return findings.stream().map(Finding::check).collect(Collectors.toSet());
    }
}
