package dev.daybreak.rehearsal.cloud;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.runtime.Json;
import dev.daybreak.stack.ImportOrder.Imported;
import dev.daybreak.stack.ImportPlan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the way from one template to another does to each resource.
final class Rows {
    /// A change to these can only be had by another cluster
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html>).
    private static final Set<String> REPLACING =
            Set.of("SnapshotIdentifier", "DBClusterIdentifier", "DBInstanceIdentifier");

    private Rows() {}

    static ObjectNode read(String template) {
        try {
            if (Json.MAPPER.readTree(template) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (JacksonException _) {
            // Told below.
        }
        throw new Unexpected("ValidationError: Template format error: it is no JSON object.");
    }

    static List<Change> between(JsonNode before, JsonNode after, List<Imported> imported) {
        var rows = new ArrayList<Change>();
        var ids = new TreeSet<String>();
        before.path("Resources").fieldNames().forEachRemaining(ids::add);
        after.path("Resources").fieldNames().forEachRemaining(ids::add);
        for (var id : ids) {
            var old = before.path("Resources").path(id);
            var now = after.path("Resources").path(id);
            var isImported = imported.stream().anyMatch(one -> one.logicalId().equals(id));
            if (isImported) {
                rows.add(row("Import", "", id, now));
            } else if (old.isMissingNode()) {
                rows.add(row("Add", "", id, now));
            } else if (now.isMissingNode()) {
                rows.add(row("Remove", "", id, old));
            } else if (!old.path("Properties").equals(now.path("Properties"))) {
                rows.add(row("Modify", replaces(old, now) ? "True" : "False", id, now));
            }
        }
        return rows;
    }

    private static Change row(String action, String replacement, String id, JsonNode resource) {
        return new Change(action, replacement, id, resource.path("Type").asText());
    }

    private static boolean replaces(JsonNode old, JsonNode now) {
        return REPLACING.stream()
                .anyMatch(
                        name ->
                                !old.path("Properties")
                                        .path(name)
                                        .equals(now.path("Properties").path(name)));
    }
}
