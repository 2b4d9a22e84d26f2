/// A CloudFormation template, as far as Daybreak's own go: whatever else it says is refused when it
/// is read, so that no change of it passes a rehearsal unnoticed.
@NullMarked
package dev.daybreak.rehearsal.cloud.template;

import org.jspecify.annotations.NullMarked;
