package dev.daybreak.infra;

import java.nio.file.Path;

/// Where things are in the repository.
public record Layout(Path repository) {
    /// What Lambda gets: a folder with the jar in it.
    public Path functions() {
        return repository.resolve("functions/target/lambda");
    }

    public Path statemachines() {
        return repository.resolve("statemachine");
    }

    public Path templates() {
        return repository.resolve("infra/templates");
    }

    /// What is synthesized, where the CDK's command line names no other folder.
    Path output() {
        return repository.resolve("cdk.out");
    }
}
