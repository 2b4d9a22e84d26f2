/// A small Kubernetes: an API server over HTTP, and the controllers that a move has to live with.
@NullMarked
package dev.daybreak.rehearsal.kubernetes;

import org.jspecify.annotations.NullMarked;
