package dev.daybreak.rehearsal.cloud;

import dev.daybreak.secret.SecretFields;
import dev.daybreak.stack.StackResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// What becomes of a stack's resources when they go, or are replaced. The caller locks.
final class Owned {
    /// What the attachment once wrote into the secret
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html>).
    private static final Set<String> ATTACHED =
            Set.of("engine", "host", "port", "dbname", "dbInstanceIdentifier", "masterarn");

    private final Region region;
    private final SecretsManager secrets;
    private final RdsLives life;
    private final List<String> gone = new ArrayList<>();

    Owned(Region region, SecretsManager secrets, RdsLives life) {
        this.region = region;
        this.secrets = secrets;
        this.life = life;
    }

    List<String> gone() {
        return List.copyOf(gone);
    }

    void remove(StackResource resource) {
        gone.add(resource.logicalId());
        switch (resource.type()) {
            case "AWS::SecretsManager::SecretTargetAttachment" ->
                    secrets.overwrite(resource.physicalId(), Owned::stripped);
            case "AWS::RDS::DBInstance" -> life.delete(resource.physicalId(), false);
            default -> {}
        }
    }

    /// The new one is made first and empty, and the old one goes.
    void replace(StackResource resource) {
        gone.add(resource.logicalId());
        if (resource.type().equals("AWS::RDS::DBCluster")) {
            region.clusters.remove(resource.physicalId(), region.soon());
        }
    }

    private static SecretFields stripped(SecretFields fields) {
        var left = new LinkedHashMap<>(fields.fields());
        left.keySet().removeAll(ATTACHED);
        return new SecretFields(left);
    }
}
