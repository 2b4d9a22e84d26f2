/// What is neither AWS nor Kubernetes: the application's health endpoint, a chat's webhook.
@NullMarked
package dev.daybreak.http;

import org.jspecify.annotations.NullMarked;
