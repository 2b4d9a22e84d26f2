package dev.daybreak.aws;

import static dev.daybreak.aws.Need.need;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which step does what with which secret, as [AwsSecrets] does it: a label is looked up before it
/// is put, and after it could not be moved.
final class SecretNeeds {
    static final String READ = "secretsmanager:GetSecretValue";

    private static final String LOOK = "secretsmanager:DescribeSecret";
    private static final String ADD = "secretsmanager:PutSecretValue";
    private static final String LABEL = "secretsmanager:UpdateSecretVersionStage";

    private SecretNeeds() {}

    static List<Need> of(Migration migration, Need.Home home, Need.Known known) {
        var own = arn(home, migration.secret().own());
        var slack = migration.alerts().slackWebhook().map(id -> arn(home, id));
        return Stream.of(
                        Stream.of(
                                need(
                                        Duty.PASSWORD,
                                        own,
                                        LOOK,
                                        "secretsmanager:CreateSecret",
                                        "secretsmanager:TagResource"),
                                need(Duty.REMEMBER, known.secret(), LOOK, READ, LABEL),
                                need(Duty.SWAP, known.secret(), LOOK, READ, ADD, LABEL),
                                need(Duty.RESTORE, known.secret(), LOOK, READ, ADD, LABEL)),
                        reads(Duty.REMEMBER, known.owner(), own),
                        reads(Duty.FENCE, known.secret(), known.owner(), own),
                        reads(Duty.ADMIT, known.secret(), known.owner(), own),
                        reads(Duty.LIFT, known.secret(), known.owner(), own),
                        reads(Duty.VERIFY, known.secret(), own),
                        slack.stream().flatMap(id -> reads(Duty.SLACK, id)))
                .flatMap(needs -> needs)
                .distinct()
                .toList();
    }

    private static Stream<Need> reads(Duty duty, String... secrets) {
        return Stream.of(secrets).map(secret -> need(duty, secret, READ));
    }

    /// AWS appends a hyphen and six characters to a name, and policies are written for that.
    private static String arn(Need.Home home, String secret) {
        return Optional.of(secret)
                .filter(id -> id.startsWith("arn:"))
                .orElseGet(() -> home.arn("secretsmanager", "secret:%s-checks".formatted(secret)));
    }
}
