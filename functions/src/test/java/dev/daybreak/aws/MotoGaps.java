package dev.daybreak.aws;

import java.net.URI;
import java.util.Optional;

/// Where moto 5.2.1 is not AWS, and what stands in for it.
///
/// | action | moto | AWS | here |
/// |---|---|---|---|
/// | DescribePendingMaintenanceActions | not implemented | empty, or a list | canned |
/// | DescribeDBEngineVersions | not implemented | pages | `AuroraClustersTest` |
/// | SimulatePrincipalPolicy | not implemented | a decision each | `IamPermissionsTest` |
/// | DescribeStackEvents | without `ClientRequestToken` | with it | `…StacksTest` |
/// | UpdateSecretVersionStage without the holder | on both | refused | we name it |
/// | DescribeDBSnapshots right after | `available` at once | `creating` for minutes | – |
/// | DeleteDBInstance of a cluster's member | gone at once | `deleting` for minutes | `AuroraClustersTest` |
/// | DescribeDBSnapshots | without `PercentProgress` | 0 to 100 | read as 0 |
/// | ModifyDBCluster of none | HTTP 500 | `DBClusterNotFoundFault` | `AuroraClustersTest` |
/// | CloudWatch over CBOR, as the SDK speaks it | HTTP 404 | answered | `RdsInstancesTest` |
/// | CreateStack | `CREATE_COMPLETE` at once | minutes | – |
/// | missing rights | everything is allowed | `AccessDenied` | `ErrorTableTest` |
final class MotoGaps {
    private static final String NO_MAINTENANCE =
            """
            <DescribePendingMaintenanceActionsResponse>
              <DescribePendingMaintenanceActionsResult><PendingMaintenanceActions/>
              </DescribePendingMaintenanceActionsResult>
            </DescribePendingMaintenanceActionsResponse>
            """;

    private MotoGaps() {}

    static Wire before(URI moto) {
        return new Wire(Optional.of(moto)).xml("DescribePendingMaintenanceActions", NO_MAINTENANCE);
    }
}
