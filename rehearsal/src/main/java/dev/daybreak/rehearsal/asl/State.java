package dev.daybreak.rehearsal.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A state of a loaded machine, everything in it compiled.
public sealed interface State {
    String name();

    /// The ways out of it, in the order of the file.
    List<Edge> edges();

    /// The graphs inside of it: a Parallel's branches, a Map's item processor.
    default List<StateGraph> inside() {
        return List.of();
    }

    /// The retriers, for the states that can have some.
    default List<Retrier> retry() {
        return List.of();
    }

    /// The catchers, for the states that can have some.
    default List<Catcher> catchers() {
        return List.of();
    }

    record Task(
            String name,
            Resource resource,
            Optional<Template> arguments,
            Optional<Template> timeoutSeconds,
            Optional<Template> heartbeatSeconds,
            List<Retrier> retry,
            List<Catcher> catchers,
            Exit exit)
            implements State {
        /// The Lambda function that is invoked, where the definition itself says which.
        public Optional<String> functionName() {
            return switch (resource) {
                case Resource.Function(var arn) -> Optional.of(arn);
                case Resource.Integration _ ->
                        arguments
                                .flatMap(template -> template.literal("FunctionName"))
                                .map(name -> name.asText());
            };
        }

        @Override
        public List<Edge> edges() {
            return waysOut(name, exit, catchers);
        }
    }

    record Parallel(
            String name,
            Optional<Template> arguments,
            List<StateGraph> inside,
            List<Retrier> retry,
            List<Catcher> catchers,
            Exit exit)
            implements State {
        @Override
        public List<Edge> edges() {
            return waysOut(name, exit, catchers);
        }
    }

    /// @param limits other fields that are only looked at for being numbers: inline iterations
    ///   tolerate no failure
    record ForEach(
            String name,
            Optional<Template> items,
            Optional<Template> selector,
            Optional<Template> maxConcurrency,
            List<Template> limits,
            StateGraph processor,
            List<Retrier> retry,
            List<Catcher> catchers,
            Exit exit)
            implements State {
        @Override
        public List<StateGraph> inside() {
            return List.of(processor);
        }

        @Override
        public List<Edge> edges() {
            return waysOut(name, exit, catchers);
        }
    }

    record Choice(String name, List<Rule> rules, Optional<Exit> otherwise) implements State {
        /// @param condition compiled
        /// @param label what the definition says, for a picture
        public record Rule(Condition condition, String label, Exit exit) {}

        @Override
        public List<Edge> edges() {
            var edges = new ArrayList<Edge>();
            for (var rule : rules) {
                edges.addAll(rule.exit().edges(name, new Edge.Why.Chosen(rule.label())));
            }
            otherwise.ifPresent(exit -> edges.addAll(exit.edges(name, new Edge.Why.Otherwise())));
            return List.copyOf(edges);
        }
    }

    record Wait(String name, Unit unit, Template value, Exit exit) implements State {
        /// What the value is.
        public enum Unit {
            SECONDS,
            TIMESTAMP
        }

        @Override
        public List<Edge> edges() {
            return exit.edges(name, new Edge.Why.Done());
        }
    }

    record Pass(String name, Optional<Template> result, Exit exit) implements State {
        @Override
        public List<Edge> edges() {
            return exit.edges(name, new Edge.Why.Done());
        }
    }

    record Succeed(String name, Exit exit) implements State {
        @Override
        public List<Edge> edges() {
            return List.of();
        }
    }

    record Fail(String name, Optional<Template> error, Optional<Template> cause) implements State {
        @Override
        public List<Edge> edges() {
            return List.of();
        }
    }

    private static List<Edge> waysOut(String name, Exit exit, List<Catcher> catchers) {
        return Stream.concat(
                        exit.edges(name, new Edge.Why.Done()).stream(),
                        catchers.stream().flatMap(c -> c.exit().edges(name, c.why()).stream()))
                .toList();
    }
}
