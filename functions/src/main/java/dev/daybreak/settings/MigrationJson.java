package dev.daybreak.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Approval;
import dev.daybreak.migration.Migration.Health;
import dev.daybreak.migration.Migration.OnLateWrites;
import dev.daybreak.migration.Migration.Rollback;
import dev.daybreak.migration.Migration.Secret;
import dev.daybreak.migration.Migration.Source;
import dev.daybreak.migration.Migration.Target;
import dev.daybreak.migration.Migration.Way;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads the settings of a migration. `migration.schema.json` says the same for editors, and a test
/// holds the two together.
public final class MigrationJson {
    private MigrationJson() {}

    /// What came of it.
    public sealed interface Reading {
        /// Everything is there and well-formed; defaults are filled in.
        record Read(Migration migration) implements Reading {}

        /// Every problem there is.
        record Refused(List<Problem> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }

            /// All of them for people, with what to do.
            ///
            /// @param nothing what was not done: `Nothing was started.`
            public String told(Path file, String nothing) {
                var heading =
                        "%s has %d problem%s:\n"
                                .formatted(file, problems.size(), problems.size() == 1 ? "" : "s");
                var help =
                        "\nmigration.schema.json says what each field means; migration.json is an"
                                + " example. ";
                return problems.stream()
                        .map(problem -> "  " + problem)
                        .collect(Collectors.joining("\n", heading, help + nothing));
            }
        }
    }

    public static Reading read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (NoSuchFileException _) {
            return refused(file, "no such file");
        } catch (CharacterCodingException _) {
            return refused(file, "bytes that are no UTF-8");
        } catch (IOException _) {
            return refused(file, "something that cannot be read");
        }
    }

    public static Reading read(String text) {
        var problems = new ArrayList<Problem>();
        if (text.isBlank()) {
            problems.add(new Problem("the settings", "nothing", "a JSON object"));
        } else {
            var tree = JsonText.read(text, problems);
            if (tree instanceof ObjectNode object) {
                var root = new Section("", object, problems);
                var migration = migration(root);
                root.end();
                problems.addAll(Agreement.problems(migration, problems));
                return problems.isEmpty()
                        ? new Reading.Read(migration)
                        : new Reading.Refused(problems);
            }
            if (problems.isEmpty()) {
                problems.add(new Problem("the settings", Shown.of(tree), "a JSON object"));
            }
        }
        return new Reading.Refused(problems);
    }

    private static Reading refused(Path file, String found) {
        var allowed =
                "the settings of one migration; start from a copy of the migration.json that"
                        + " comes with Daybreak";
        return new Reading.Refused(List.of(new Problem(file.toString(), found, allowed)));
    }

    private static Migration migration(Section root) {
        root.text("$schema", Form.SCHEMA, "");
        var name = root.text("name", Form.NAME);
        var region = root.text("region", Form.REGION);
        var way = root.choice("way", Way.SNAPSHOT);
        var sources = root.section("source");
        var targets = root.section("target");
        var secret = secret(root.section("secret"), name);
        var source = source(sources, secret);
        return new Migration(
                name,
                region,
                way,
                source,
                target(targets),
                secret,
                KubernetesJson.read(root.section("kubernetes")),
                health(root.section("health")),
                NetworkJson.read(root.section("network")),
                NetworkJson.recipients(root.section("alerts")),
                root.choice("approval", Approval.REQUIRED),
                root.choice("onLateWrites", OnLateWrites.RESNAPSHOT),
                root.choice("rollback", Rollback.LOSSLESS),
                AfterwardsJson.validation(root.sectionIfAny("validation")),
                AfterwardsJson.keepStopped(root.sectionIfAny("keepStopped")),
                AfterwardsJson.decommission(root.sectionIfAny("decommission"), source.instance()),
                LimitsJson.read(root.sectionIfAny("limits")),
                LimitsJson.polls(root.sectionIfAny("polls")));
    }

    private static Source source(Section in, Secret secret) {
        var source =
                new Source(
                        in.text("instance", Form.INSTANCE),
                        in.text("ownerSecret", Form.SECRET_ID, secret.id()),
                        in.flag("replicaIdentityFull", false));
        in.end();
        return source;
    }

    private static Target target(Section in) {
        var target =
                new Target(
                        in.text("cluster", Form.CLUSTER),
                        in.text("instanceClass", Form.INSTANCE_CLASS, "db.t4g.medium"),
                        in.texts("requiredExtensions", Form.EXTENSION),
                        in.flag("deletionProtection", true),
                        in.textIfAny("kmsKey", Form.KMS_KEY));
        in.end();
        return target;
    }

    private static Secret secret(Section in, String name) {
        var secret =
                new Secret(
                        in.text("id", Form.SECRET_ID),
                        fields(in.sectionIfAny("fields")),
                        in.text("own", Form.SECRET_NAME, "daybreak/%s/database".formatted(name)));
        in.end();
        return secret;
    }

    private static Secret.Fields fields(Section in) {
        var fields =
                new Secret.Fields(
                        in.text("username", Form.FIELD_NAME, "username"),
                        in.text("password", Form.FIELD_NAME, "password"),
                        in.text("host", Form.FIELD_NAME, "host"),
                        in.text("port", Form.FIELD_NAME, "port"),
                        in.text("database", Form.FIELD_NAME, "dbname"));
        in.end();
        return fields;
    }

    private static Health health(Section in) {
        var health =
                new Health(
                        URI.create(in.text("url", Form.URL)),
                        in.number("expectedStatus", 200, 499, 200));
        in.end();
        return health;
    }
}
