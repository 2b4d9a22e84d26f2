package dev.daybreak.rehearsal.asl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Loads a Map state.
///
/// @param only refuses fields other than these, by language
record ForEachLoader(
        String name,
        Fields fields,
        Language language,
        ExitLoader exits,
        GraphLoader inner,
        BiConsumer<List<String>, List<String>> only) {
    private static final List<String> LIMITS =
            List.of("ToleratedFailureCount", "ToleratedFailurePercentage");
    private static final List<String> COMMON =
            List.of(
                    "Next",
                    "End",
                    "Assign",
                    "Retry",
                    "Catch",
                    "ItemProcessor",
                    "ItemSelector",
                    "MaxConcurrency",
                    LIMITS.get(0),
                    LIMITS.get(1));

    Optional<State> load() {
        only.accept(and("Items", "Output"), and("Iterator", "Parameters"));
        var errors = new ErrorHandlingLoader(fields, language, exits);
        var retry = errors.retry();
        var catchers = errors.catchers();
        var exit = exits.nextOrEnd(fields);
        var items = value("Items");
        var selector = value("ItemSelector").or(() -> value("Parameters"));
        var concurrency = value("MaxConcurrency");
        var limits = LIMITS.stream().flatMap(limit -> value(limit).stream()).toList();
        return processor()
                .map(
                        graph ->
                                new State.ForEach(
                                        name,
                                        items,
                                        selector,
                                        concurrency,
                                        limits,
                                        graph,
                                        retry,
                                        catchers,
                                        exit));
    }

    private static List<String> and(String... more) {
        return Stream.concat(COMMON.stream(), Stream.of(more)).toList();
    }

    private Optional<Template> value(String field) {
        return TemplateLoader.field(fields, field, language);
    }

    /// `Iterator` is the older name.
    private Optional<StateGraph> processor() {
        var field = fields.has("Iterator") ? "Iterator" : "ItemProcessor";
        return fields.requiredObject(field).flatMap(this::processor);
    }

    private Optional<StateGraph> processor(Fields processor) {
        processor.refuseAllBut(Set.of("StartAt", "States", "Comment", "ProcessorConfig"), language);
        var config = processor.get("ProcessorConfig");
        if (!config.path("Mode").asText("INLINE").equals("INLINE")) {
            processor
                    .at("ProcessorConfig")
                    .at("Mode")
                    .unsupported("distributed maps are not supported");
        }
        return inner.load(processor);
    }
}
