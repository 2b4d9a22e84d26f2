package dev.daybreak.infra.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.aurora.CreateAurora;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Stacks;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rehearsal.cloud.Calls;
import dev.daybreak.rehearsal.cloud.Cloud;
import dev.daybreak.rehearsal.cloud.Delays;
import dev.daybreak.rehearsal.cloud.ServerPark;
import dev.daybreak.rehearsal.cloud.Surroundings;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.world.Rehearsal;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the workflow tells CloudFormation is what the template asks for.
class AuroraAgreementTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/mrk-0";
    private static final String SNAPSHOT = "arn:aws:rds:us-east-1:123456789012:snapshot:first";

    @TempDir private Path folder = Path.of("");

    @Test
    void everyParameterOfTheTemplateIsSentAndNoOther() throws IOException {
        var template = Rehearsal.template(REPOSITORY);

        assertThat(new TreeSet<>(sent(template, migration(true)).parameters().keySet()))
                .isEqualTo(template.parameters());
    }

    @Test
    void withoutAKeyOfItsOwnTheTemplatesDefaultStays() throws IOException {
        var template = Rehearsal.template(REPOSITORY);
        var without = new TreeSet<>(template.parameters());
        without.remove("KmsKeyArn");

        assertThat(new TreeSet<>(sent(template, migration(false)).parameters().keySet()))
                .isEqualTo(without);
    }

    @Test
    void theTemplateTakesTheValues() throws IOException {
        var template = Rehearsal.template(REPOSITORY);

        assertThat(template.open(sent(template, migration(true)).parameters()).made()).isEmpty();
    }

    private static StackOrder sent(Template template, Migration migration) {
        var orders = new ArrayList<StackOrder>();
        var cloud =
                new Cloud(
                        new Surroundings(
                                InstantSource.system(),
                                Runnable::run,
                                Calls.UNHEARD,
                                new NoServers(),
                                Delays.BRISK),
                        source(migration.source().instance()),
                        List.of("16.15"),
                        template);
        new CreateAurora(migration, cloud.instances(), cloud.clusters(), new Heard(orders))
                .answer(new CreateAurora.Order("run-1", "first", SNAPSHOT));
        return orders.getFirst();
    }

    private Migration migration(boolean withKey) throws IOException {
        var mapper = new ObjectMapper();
        var settings = (ObjectNode) mapper.readTree(REPOSITORY.resolve("migration.json").toFile());
        if (withKey) {
            settings.withObject("/target").put("kmsKey", KEY);
        }
        var file = folder.resolve("migration.json");
        Files.writeString(file, settings.toString());
        return switch (MigrationJson.read(file)) {
            case Reading.Read(var migration) -> migration;
            case Reading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static DatabaseInstance source(String id) {
        return new DatabaseInstance(
                id,
                "arn:aws:rds:us-east-1:123456789012:db:" + id,
                "available",
                "postgres",
                "16.13",
                "127.0.0.2",
                5432,
                100,
                true,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private record Heard(List<StackOrder> orders) implements Stacks {
        @Override
        public Optional<Stack> find(String stack) {
            return Optional.empty();
        }

        @Override
        public void create(StackOrder order) {
            orders.add(order);
        }

        @Override
        public void delete(String stack) {
            throw new AssertionError("nothing is deleted");
        }
    }

    private static final class NoServers implements ServerPark {
        @Override
        public Endpoint reserve(String cluster) {
            throw new AssertionError("nothing is built");
        }

        @Override
        public Backup snapshot(String instance, IntConsumer percent) {
            throw new AssertionError("nothing is copied");
        }
    }
}
