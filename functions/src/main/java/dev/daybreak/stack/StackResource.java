package dev.daybreak.stack;

/// A resource that a stack owns.
///
/// @param logicalId its name in the template
/// @param type for example `AWS::IAM::Role`
/// @param physicalId AWS's own name or ARN of it; blank where it has none yet
public record StackResource(String logicalId, String type, String physicalId) {}
