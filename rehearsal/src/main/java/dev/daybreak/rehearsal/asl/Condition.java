package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What decides whether a Choice state's rule holds.
public sealed interface Condition {
    boolean holds(Bindings bindings);

    /// A JSONata expression, which must give true or false.
    record Query(Expression expression) implements Condition {
        @Override
        public boolean holds(Bindings bindings) {
            var value = expression.evaluate(bindings, "Condition");
            if (!value.isBoolean()) {
                throw QueryFailed.of(expression, "Condition", unexpected("boolean", value));
            }
            return value.booleanValue();
        }
    }

    record Always(boolean holds) implements Condition {
        @Override
        public boolean holds(Bindings bindings) {
            return holds;
        }
    }

    record And(List<Condition> all) implements Condition {
        @Override
        public boolean holds(Bindings bindings) {
            return all.stream().allMatch(condition -> condition.holds(bindings));
        }
    }

    record Or(List<Condition> any) implements Condition {
        @Override
        public boolean holds(Bindings bindings) {
            return any.stream().anyMatch(condition -> condition.holds(bindings));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Bindings bindings) {
            return !condition.holds(bindings);
        }
    }

    /// An operator of the JSONPath language, between a path and a value or another path.
    record Compare(ReferencePath variable, Comparison comparison, Template other)
            implements Condition {
        @Override
        public boolean holds(Bindings bindings) {
            var found = variable.find(bindings);
            if (comparison == Comparison.IS_PRESENT) {
                return found.isPresent() == other.render(bindings).booleanValue();
            }
            var value = found.orElseThrow(() -> noSuchPath(bindings));
            return comparison.holds(value, other.render(bindings));
        }

        private QueryFailed noSuchPath(Bindings bindings) {
            return QueryFailed.noSuchPath(variable.text(), "Variable", bindings.input());
        }
    }

    /// In the words of Step Functions.
    static String unexpected(String wanted, JsonNode value) {
        return "returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
                .formatted(wanted, Typed.typeOf(value), value);
    }
}
