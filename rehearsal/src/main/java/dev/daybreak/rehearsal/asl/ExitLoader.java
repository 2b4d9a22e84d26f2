package dev.daybreak.rehearsal.asl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Loads how states are left.
///
/// @param siblings the names of the states that one may lead to
record ExitLoader(Set<String> siblings, Language language) {
    /// The exit of a state that has `Next` or `End`, and only one of them.
    Exit nextOrEnd(Fields state) {
        var end = state.get("End");
        if (state.has("End") && !end.isBoolean()) {
            state.at("End").invalid("must be true or false");
        }
        if (state.has("Next") == end.asBoolean()) {
            state.place().invalid("must have either a Next or an End that is true");
        }
        return exit(state, next(state, "Next"));
    }

    /// The exit of a rule or a catcher, which must lead on.
    Exit next(Fields fields) {
        if (!fields.has("Next")) {
            fields.place().invalid("the field Next is missing");
        }
        return exit(fields, next(fields, "Next"));
    }

    Optional<String> next(Fields fields, String field) {
        var target = fields.text(field);
        target.filter(name -> !siblings.contains(name))
                .ifPresent(name -> fields.at(field).invalid("there is no state '" + name + "'"));
        return target;
    }

    Exit exit(Fields fields, Optional<String> next) {
        var output =
                language == Language.JSONATA
                        ? TemplateLoader.field(fields, "Output", language)
                        : Optional.<Template>empty();
        return new Exit(output, assign(fields), next);
    }

    private Map<String, Template> assign(Fields fields) {
        var assign = new LinkedHashMap<String, Template>();
        if (!fields.has("Assign")) {
            return assign;
        }
        var place = fields.at("Assign");
        if (!fields.get("Assign").isObject()) {
            place.invalid("must be an object");
        }
        for (var field : fields.get("Assign").properties()) {
            var name = field.getKey();
            if (name.equals("states")) {
                place.at(name).invalid("$states can't be set");
            }
            put(assign, name, fields);
        }
        return assign;
    }

    private void put(Map<String, Template> assign, String name, Fields fields) {
        var place = fields.at("Assign").at(name);
        var value = fields.get("Assign").path(name);
        if (language == Language.JSONPATH && name.endsWith(".$")) {
            TemplateLoader.path(value.asText(), place)
                    .ifPresent(
                            path ->
                                    assign.put(
                                            name.substring(0, name.length() - 2),
                                            new Template.Reference(path, name)));
            return;
        }
        assign.put(name, TemplateLoader.compile(value, place, "Assign/" + name, language));
    }
}
