package dev.daybreak.infra;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The construct library runs in Node.js: without it nothing can be synthesized, and the test is
/// skipped and says so.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNode.Condition.class)
public @interface NeedsNode {
    /// Whether `node` is on the path.
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return hasNode()
                    ? ConditionEvaluationResult.enabled("node is installed")
                    : ConditionEvaluationResult.disabled(
                            "skipped: nothing can be synthesized, node is not installed here");
        }

        private static boolean hasNode() {
            try {
                return new ProcessBuilder("node", "--version").start().waitFor() == 0;
            } catch (IOException _) {
                return false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
