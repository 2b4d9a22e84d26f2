package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Migration.Kubernetes.Workload;
import dev.daybreak.rehearsal.postgres.Servers;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Scaler;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How things stand that a return must put back. It asks the servers and Kubernetes themselves, not
/// Daybreak.
///
/// @param access every right on the source's database but those of Daybreak's own role, and the
///   database's own settings
/// @param version the secret's current version
record Standing(
        String access,
        String version,
        SecretFields fields,
        Map<String, Integer> replicas,
        List<Scaler> scalers) {
    private static final String ACCESS =
            """
            SELECT concat_ws(' ', (
                SELECT string_agg(coalesce(role.rolname, 'PUBLIC') || ':' || acl.privilege_type,
                                  ' ' ORDER BY role.rolname, acl.privilege_type)
                FROM aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) acl
                LEFT JOIN pg_roles role ON role.oid = acl.grantee
                WHERE coalesce(role.rolname, '') NOT LIKE 'daybreak%'
            ), (SELECT string_agg(setconfig::text, ' ') FROM pg_db_role_setting
                WHERE setdatabase = d.oid AND setrole = 0))
            FROM pg_database d WHERE d.datname = 'app'
            """;

    static Standing of(World world) {
        var current = world.cloud().secrets().current(world.migration().secret().id());
        var deployments = world.migration().kubernetes().deployments();
        var replicas = new HashMap<String, Integer>();
        for (Workload workload : deployments) {
            world.wiring()
                    .deployments()
                    .find(workload.name())
                    .map(Deployment::replicas)
                    .ifPresent(count -> replicas.put(workload.name(), count));
        }
        return new Standing(
                access(world),
                current.id(),
                current.fields(),
                replicas,
                deployments.stream()
                        .flatMap(one -> world.wiring().scalers().over(one.name()).stream())
                        .toList());
    }

    private static String access(World world) {
        if (world.cloud().instances().find(world.migration().source().instance()).isEmpty()) {
            return "gone";
        }
        try {
            return Servers.ask(world.foundation().source().admin(), ACCESS);
        } catch (SQLException e) {
            throw new AssertionError("the source does not answer", e);
        }
    }
}
