package dev.daybreak.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.migration.Migration;
import org.junit.jupiter.api.Test;

class RoleTest {
    private final Migration migration = Examples.migration();

    @Test
    void keepsThePasswordThatIsThere() {
        var world = new World();

        var answer = keepPassword(world).answer(new KeepPassword.Order());

        assertThat(answer).isEqualTo(new KeepPassword.Answer.Kept(Examples.OWN_SECRET));
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void makesAPasswordOnceAndKeepsIt() {
        var world = new World(elsewhere());

        keepPassword(world).answer(new KeepPassword.Order());
        var made = world.secrets.current("daybreak/new").fields();
        keepPassword(world).answer(new KeepPassword.Order());

        assertThat(made.text("username")).contains(KeepPassword.ROLE);
        assertThat(made.text("password")).contains("made-" + Examples.PASSWORD);
        assertThat(world.secrets.current("daybreak/new").fields()).isEqualTo(made);
        assertThat(world.journal.effects()).containsExactly("create secret daybreak/new");
    }

    @Test
    void makesTheRoleOnTheSourceAsTheOwner() {
        var world = new World();
        world.secrets.put(
                Examples.OWN_SECRET, "d2", World.secret(World.RDS, "daybreak", "rotated"));

        var answer = makeRole(world).answer(new MakeRole.Order());

        assertThat(answer).isEqualTo(new MakeRole.Answer.Made("daybreak"));
        assertThat(world.journal.effects())
                .containsExactly("make role daybreak at %s as owner".formatted(World.RDS));
    }

    private static KeepPassword keepPassword(World world) {
        var wiring = world.wiring();
        return new KeepPassword(wiring.migration(), wiring.secrets(), wiring.password());
    }

    private static MakeRole makeRole(World world) {
        var wiring = world.wiring();
        return new MakeRole(wiring.databases(), wiring.places(), wiring.logins());
    }

    private Migration elsewhere() {
        return new Migration(
                migration.name(),
                migration.region(),
                migration.way(),
                migration.source(),
                migration.target(),
                new Migration.Secret(
                        migration.secret().id(), migration.secret().fields(), "daybreak/new"),
                migration.kubernetes(),
                migration.health(),
                migration.network(),
                migration.alerts(),
                migration.approval(),
                migration.onLateWrites(),
                migration.rollback(),
                migration.validation(),
                migration.keepStopped(),
                migration.decommission(),
                migration.limits(),
                migration.polls());
    }
}
