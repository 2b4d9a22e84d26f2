/// A Kubernetes cluster in virtual time: Deployments that make and end pods, an operator that
/// renders the Secret, and autoscalers that undo what they are not told of.
@NullMarked
package dev.daybreak.rehearsal.simulation.cluster;

import org.jspecify.annotations.NullMarked;
