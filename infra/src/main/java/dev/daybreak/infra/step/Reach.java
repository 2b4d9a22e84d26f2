package dev.daybreak.infra.step;

/// What a function connects to, besides the AWS APIs.
public enum Reach {
    DATABASES,
    KUBERNETES
}
