package dev.daybreak.migration;

import java.util.List;
import java.util.Optional;

/// Where the functions and the Aurora cluster live.
///
/// @param vpc its id
/// @param cidr the VPC's own range, from which Aurora takes connections
/// @param subnets ids of at least two private subnets in different availability zones, with a way
///   out to the AWS APIs
/// @param securityGroups of what the functions have to reach
public record Network(
        String vpc, String cidr, List<String> subnets, SecurityGroups securityGroups) {
    public Network {
        subnets = List.copyOf(subnets);
    }

    /// Groups that let nobody in unless a rule says so: where one is named, deploying adds a rule
    /// to it that lets the functions in.
    ///
    /// @param database the RDS instance's
    /// @param kubernetes the EKS cluster's
    public record SecurityGroups(Optional<String> database, Optional<String> kubernetes) {}
}
