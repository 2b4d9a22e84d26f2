package dev.daybreak.rehearsal.cloud;

import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A stack with the order that made it.
///
/// @param exports names that no other stack of the region may export
record HeldStack(
        StackOrder order,
        String status,
        Optional<String> reason,
        Map<String, String> outputs,
        Set<String> exports) {
    static final String CREATING = "CREATE_IN_PROGRESS";
    static final String CREATED = "CREATE_COMPLETE";
    static final String NOT_CREATED = "CREATE_FAILED";
    static final String DELETING = "DELETE_IN_PROGRESS";
    static final String NOT_DELETED = "DELETE_FAILED";

    HeldStack {
        outputs = Map.copyOf(outputs);
        exports = Set.copyOf(exports);
    }

    static HeldStack ordered(StackOrder order) {
        return new HeldStack(order, CREATING, Optional.empty(), Map.of(), Set.of());
    }

    HeldStack created(Map<String, String> with, Collection<String> exporting) {
        return new HeldStack(order, CREATED, Optional.empty(), with, Set.copyOf(exporting));
    }

    HeldStack in(String newStatus, Optional<String> why) {
        return new HeldStack(order, newStatus, why, outputs, exports);
    }

    Stack shown() {
        return new Stack(order.name(), status, reason, outputs, order.tags());
    }
}
