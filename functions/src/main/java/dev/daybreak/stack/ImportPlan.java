package dev.daybreak.stack;

import java.util.List;

/// What a change set would do.
///
/// @param status CloudFormation's own word, for example `CREATE_COMPLETE`
/// @param reason why it is in that state; blank where CloudFormation does not say
/// @param changes what it would change
public record ImportPlan(String status, String reason, List<Change> changes) {
    public ImportPlan {
        changes = List.copyOf(changes);
    }

    /// @param action `Import`, `Add`, `Modify`, `Remove`, `Dynamic`
    /// @param replacement `True`, `False`, `Conditional`; blank where it is no modification
    public record Change(String action, String replacement, String logicalId, String type) {
        /// Nothing else belongs into an import.
        public boolean isImport() {
            return action.equals("Import");
        }
    }
}
