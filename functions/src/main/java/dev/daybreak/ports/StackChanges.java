package dev.daybreak.ports;

import dev.daybreak.stack.ImportOrder;
import dev.daybreak.stack.ImportPlan;
import dev.daybreak.stack.StackResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a CloudFormation stack is made of, and changes to it. Faults: `Throttled`, `Unavailable`,
/// `Denied`, `Unexpected`.
public interface StackChanges {
    /// The text of its template as somebody deployed it, JSON or YAML.
    String template(String stack);

    /// What it owns now.
    List<StackResource> resources(String stack);

    /// The values of its parameters.
    Map<String, String> parameters(String stack);

    /// Orders an update to this template with every parameter as it is. A template that changes
    /// nothing is no fault.
    void update(String stack, String template, String token);

    /// Orders a change set that imports resources; nothing changes by it. Doing it again under the
    /// same name changes nothing.
    void plan(ImportOrder order);

    /// Empty where there is no such change set.
    Optional<ImportPlan> look(String stack, String changeSet);

    /// Orders what the change set says.
    void execute(String stack, String changeSet);

    /// Forgets it; what is not there stays so without a fault.
    void discard(String stack, String changeSet);
}
