package dev.daybreak.migration;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The settings of one migration, as `migration.json` holds them; the schema beside that file says
/// what each may be, and every default.
///
/// @param name prefix of what Daybreak makes for itself: snapshots, stack, its own secret
public record Migration(
        String name,
        String region,
        Way way,
        Source source,
        Target target,
        Secret secret,
        Kubernetes kubernetes,
        Health health,
        Network network,
        Recipients alerts,
        Approval approval,
        OnLateWrites onLateWrites,
        Rollback rollback,
        Validation validation,
        KeepStopped keepStopped,
        Decommission decommission,
        Limits limits,
        Polls polls) {

    /// How the data gets across.
    public enum Way {
        /// A snapshot of the instance is restored as the cluster.
        SNAPSHOT
    }

    /// Whether somebody is asked before the window opens.
    public enum Approval {
        REQUIRED,
        NONE
    }

    /// What to do when the source was written to after the snapshot that Aurora was made from.
    public enum OnLateWrites {
        /// Take a final snapshot under the fence and build Aurora from that one.
        RESNAPSHOT,
        /// Bring the application back to RDS and say how many writes there were, and where.
        RETURN
    }

    /// What a rollback in the days after the cutover is to keep.
    public enum Rollback {
        /// Everything: what is written to Aurora flows back to RDS.
        LOSSLESS,
        /// RDS as it was at the cutover; going back to it loses what was written since.
        SNAPSHOT_ONLY,
        /// There is no way back.
        NONE
    }

    /// The database that is moved.
    ///
    /// @param instance its DB instance identifier
    /// @param ownerSecret the secret with the database owner's login; the application's own where
    ///   the application logs in as the owner
    /// @param replicaIdentityFull whether tables without a key may be given `REPLICA IDENTITY
    ///   FULL`, without which a lossless rollback cannot hold for them
    public record Source(String instance, String ownerSecret, boolean replicaIdentityFull) {}

    /// The Aurora cluster to be.
    ///
    /// @param cluster its DB cluster identifier; the writer's is this with `-writer`
    /// @param requiredExtensions what the application needs there, whether or not the source has it
    /// @param deletionProtection whether AWS refuses to delete the cluster
    /// @param kmsKey ARN of the key that encrypts its storage; the snapshot's own where none is
    ///   given
    public record Target(
            String cluster,
            String instanceClass,
            List<String> requiredExtensions,
            boolean deletionProtection,
            Optional<String> kmsKey) {
        public Target {
            requiredExtensions = List.copyOf(requiredExtensions);
        }

        /// The identifier of the writer instance.
        public String writer() {
            return cluster + "-writer";
        }

        /// The name of the cluster's own CloudFormation stack.
        public String stack() {
            return cluster;
        }
    }

    /// The application's secret in Secrets Manager.
    ///
    /// @param id its name or ARN
    /// @param own where Daybreak keeps the login of its own database role
    public record Secret(String id, Fields fields, String own) {
        /// Which of the secret's JSON fields hold what.
        public record Fields(
                String username, String password, String host, String port, String database) {}
    }

    /// The application in Kubernetes.
    ///
    /// @param cluster the EKS cluster's name
    /// @param deployments everything that uses the database
    /// @param databaseSecret where the application reads its connection string
    /// @param argoCd the namespace of Argo CD's applications; blank where there is no Argo CD
    /// @param access what Daybreak may touch there, and how it gets in
    public record Kubernetes(
            String cluster,
            String namespace,
            List<Workload> deployments,
            DatabaseSecret databaseSecret,
            String argoCd,
            Access access) {
        public Kubernetes {
            deployments = List.copyOf(deployments);
        }

        /// A Deployment and the label selector that finds its pods, for example `app=core-api`.
        public record Workload(String name, String selector) {}

        /// The Kubernetes Secret that the External Secrets Operator renders.
        ///
        /// @param key the key within it, for example `DB_URL`
        /// @param dsn its shape, with the fields in braces:
        ///   `postgresql://{username}:{password}@{host}…`
        public record DatabaseSecret(String name, String key, String dsn) {}

        /// What the roles of the functions are allowed by name. Whatever else is found at work is
        /// refused before anything is touched.
        ///
        /// @param externalSecrets every ExternalSecret that reads the application's secret
        /// @param scaledObjects every ScaledObject of KEDA over the Deployments
        public record Access(
                Entry entry, List<String> externalSecrets, List<String> scaledObjects) {
            public Access {
                externalSecrets = List.copyOf(externalSecrets);
                scaledObjects = List.copyOf(scaledObjects);
            }

            /// How the EKS cluster knows an IAM role.
            public enum Entry {
                /// By EKS access entries, which deploying makes.
                ACCESS_ENTRY,
                /// By the ConfigMap `aws-auth`, which a person edits.
                AWS_AUTH
            }
        }
    }

    /// Where the application says that it is well.
    public record Health(URI url, int expectedStatus) {}
}
