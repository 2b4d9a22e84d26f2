package dev.daybreak.stack;

import java.util.List;
import java.util.Map;

/// An order for a change set of type `IMPORT`.
///
/// @param template the stack's template with the resources in it; each needs a `DeletionPolicy`
/// @param imported what is imported
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources.html">Import
///   AWS resources into a CloudFormation stack</a>
public record ImportOrder(
        String stack, String changeSet, String template, List<Imported> imported) {
    public ImportOrder {
        imported = List.copyOf(imported);
    }

    /// @param identifier the property that identifies it, with its value: `Id` of a secret is its
    ///   ARN
    public record Imported(String logicalId, String type, Map<String, String> identifier) {
        public Imported {
            identifier = Map.copyOf(identifier);
        }
    }
}
