package dev.daybreak.aws;

import dev.daybreak.fault.Unavailable;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.eks.model.DescribeClusterRequest;

/// Where an EKS cluster's API answers.
public final class EksClusters {
    private final AwsClients clients;

    public EksClusters(AwsClients clients) {
        this.clients = clients;
    }

    /// @param certificateAuthority what its certificate is checked against, PEM in Base64
    public record Endpoint(URI url, String certificateAuthority) {}

    /// Throws `Unavailable` while the cluster is being made and has no endpoint yet.
    public Endpoint endpoint(String cluster) {
        var ask = DescribeClusterRequest.builder().name(cluster).build();
        var found =
                Outcome.of(
                                "describe EKS cluster " + cluster,
                                () -> clients.eks.get().describeCluster(ask))
                        .orThrow()
                        .cluster();
        var url = Optional.ofNullable(found.endpoint());
        var authority = Optional.ofNullable(found.certificateAuthority());
        if (url.isEmpty() || authority.isEmpty()) {
            throw new Unavailable(
                    "EKS cluster %s has no endpoint; it is %s."
                            .formatted(cluster, found.statusAsString()));
        }
        return new Endpoint(URI.create(url.get()), authority.get().data());
    }
}
