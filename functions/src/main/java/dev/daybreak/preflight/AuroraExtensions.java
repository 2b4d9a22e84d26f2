package dev.daybreak.preflight;

import java.util.Collection;
import java.util.Set;

/// The extensions that Aurora PostgreSQL offers, as far as is known beforehand: enough for an early
/// warning. The restored cluster itself is asked before the approval, and its answer decides.
///
/// This list is nobody's promise and may lag behind AWS's table
/// (<https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Extensions.html>);
/// being absent here is a reason to look there, no more. `age` (Apache AGE) is in neither.
final class AuroraExtensions {
    private static final Set<String> KNOWN =
            Set.of(
                    """
                    address_standardizer address_standardizer_data_us amcheck apg_plan_mgmt autoinc
                    aurora_stat_utils aws_commons aws_lambda aws_ml aws_s3 bloom bool_plperl
                    btree_gin btree_gist citext cube dblink dict_int dict_xsyn earthdistance
                    fuzzystrmatch hll hstore hstore_plperl hypopg insert_username intagg intarray
                    ip4r isn jsonb_plperl lo log_fdw ltree moddatetime mysql_fdw old_snapshot
                    oracle_fdw orafce pg_ad_mapping pg_bigm pg_buffercache pg_cron pg_freespacemap
                    pg_hint_plan pg_partman pg_prewarm pg_proctab pg_repack pg_similarity
                    pg_stat_statements pg_tle pg_trgm pg_visibility pgaudit pgcrypto pglogical
                    pgrouting pgrowlocks pgstattuple pgtap plperl plpgsql plprofiler pltcl plv8
                    postgis postgis_raster postgis_tiger_geocoder postgis_topology postgres_fdw
                    prefix rdkit refint seg sslinfo tablefunc tcn tds_fdw tsm_system_rows
                    tsm_system_time unaccent uuid-ossp vector\
                    """
                            .split("\\s+"));

    private AuroraExtensions() {}

    /// @param which these extensions are: `in use`, `required`
    static Verdict offers(String which, Collection<String> names) {
        var unknown = names.stream().filter(name -> !KNOWN.contains(name)).sorted().toList();
        return unknown.isEmpty()
                ? Verdict.pass()
                : Verdict.warn(
                        "Aurora is not known to have %s, which %s."
                                .formatted(
                                        Words.some(unknown),
                                        (unknown.size() == 1 ? "is " : "are ") + which),
                        "Look at AWS's list. The restored cluster is asked before the approval, and"
                                + " refused where it has not what is needed.");
    }
}
