/// The ports that AWS answers, and the only place that knows its SDK.
@NullMarked
package dev.daybreak.aws;

import org.jspecify.annotations.NullMarked;
