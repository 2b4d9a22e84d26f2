package dev.daybreak.ports;

import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.util.Optional;

/// CloudFormation stacks made from the Aurora template. Faults: `Throttled`, `Unavailable`,
/// `Denied`, `Unexpected`.
public interface Stacks {
    /// Empty where there is none, or where it is deleted.
    Optional<Stack> find(String stack);

    /// Orders a stack. Doing it again with the same token changes nothing; a name that exists
    /// already with another token is `Unexpected`.
    void create(StackOrder order);

    /// Orders a stack's deletion; what it retains stays.
    void delete(String stack);
}
