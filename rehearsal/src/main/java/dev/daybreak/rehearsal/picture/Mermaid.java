package dev.daybreak.rehearsal.picture;

import java.util.ArrayList;
import java.util.List;

/// The outline as a diagram that GitHub draws from text.
record Mermaid(Outline outline) {
    String text() {
        var lines = new ArrayList<String>();
        lines.add("```mermaid");
        lines.add("flowchart LR");
        group(lines, "prepare", "Prepare: no downtime", outline.prepare());
        group(lines, "approve", "Approve", outline.approve());
        lines.add("  subgraph window [Cut over: the window]");
        lines.add("    direction TB");
        window(lines);
        lines.add("  end");
        group(lines, "back", "Return: any failure of the window", outline.back());
        lines.add("  prepare --> approve --> window");
        lines.add("  window -. failure .-> back");
        lines.add("  classDef last stroke:#e4572e,stroke-width:3px;");
        lines.add("  class " + outline.pointOfNoReturn() + " last;");
        lines.add("```");
        return String.join("\n", lines);
    }

    private void window(List<String> lines) {
        var all = outline.window();
        chain(lines, all);
        if (!outline.rebuild().isEmpty()) {
            var join = outline.join();
            var branch = new ArrayList<>(outline.rebuild());
            lines.add(
                    "    %s -- late writes --> %s".formatted(all.get(join - 1), branch.getFirst()));
            chain(lines, branch);
            lines.add("    %s --> %s".formatted(branch.getLast(), all.get(join)));
        }
    }

    private void group(List<String> lines, String id, String title, List<String> tasks) {
        lines.add("  subgraph %s [%s]".formatted(id, title));
        lines.add("    direction TB");
        chain(lines, tasks);
        lines.add("  end");
    }

    private static void chain(List<String> lines, List<String> tasks) {
        lines.add("    " + String.join(" --> ", tasks));
    }
}
