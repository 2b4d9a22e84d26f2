package dev.daybreak.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/// One object of the settings while it is read. A refused field is noted and something valid stands
/// in for it, so that reading goes on and finds every problem.
final class Section {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final int ITEMS_MAX = 50;

    private final String path;
    private final ObjectNode node;
    private final List<Problem> problems;
    private final SequencedSet<String> known = new LinkedHashSet<>();

    Section(String path, ObjectNode node, List<Problem> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    /// A field that must be there.
    String text(String field, Form form) {
        return text(field, form, Optional.empty());
    }

    String text(String field, Form form, String otherwise) {
        return text(field, form, Optional.of(otherwise));
    }

    /// A field that may be left out, and means something else then.
    Optional<String> textIfAny(String field, Form form) {
        return look(field).isMissingNode() ? Optional.empty() : Optional.of(text(field, form));
    }

    private String text(String field, Form form, Optional<String> otherwise) {
        var value = look(field);
        if (value.isMissingNode() && otherwise.isPresent()) {
            return otherwise.get();
        }
        return TextList.item(at(field), value, form, problems);
    }

    /// A list of different texts; none where the field is missing.
    List<String> texts(String field, Form form) {
        return texts(field, form, List.of());
    }

    List<String> texts(String field, Form form, List<String> otherwise) {
        return look(field).isMissingNode() ? otherwise : texts(field, form, 0);
    }

    /// A list that must be there, of different texts.
    List<String> texts(String field, Form form, int itemsMin) {
        var value = look(field);
        if (!isListOf(value, itemsMin)) {
            var allowed = itemsMin == 0 ? "at most %d" : itemsMin + " to %d";
            refuse(field, value, "a list of " + allowed.formatted(ITEMS_MAX) + " texts");
            return List.of();
        }
        return new TextList(at(field), value, problems).read(form);
    }

    boolean flag(String field, boolean otherwise) {
        var value = look(field);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (!value.isMissingNode()) {
            refuse(field, value, "true, false");
        }
        return otherwise;
    }

    int number(String field, int least, int most, int otherwise) {
        var value = look(field);
        var isWhole = value.canConvertToExactIntegral() && value.canConvertToInt();
        if (isWhole && value.intValue() >= least && value.intValue() <= most) {
            return value.intValue();
        }
        if (!value.isMissingNode()) {
            refuse(field, value, "a whole number from %d to %d".formatted(least, most));
        }
        return otherwise;
    }

    Duration duration(String field, String least, String most, Duration otherwise) {
        var value = look(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (value.isTextual() && Form.DURATION.admits(value.textValue())) {
            var duration = Durations.of(value.textValue());
            if (duration.compareTo(Durations.of(least)) >= 0
                    && duration.compareTo(Durations.of(most)) <= 0) {
                return duration;
            }
        }
        var allowed = "%s, from %s to %s".formatted(Form.DURATION.allowed(), least, most);
        refuse(field, value, allowed);
        return otherwise;
    }

    /// One of an enum's words, in lower case and with hyphens.
    <E extends Enum<E>> E choice(String field, E otherwise) {
        var value = look(field);
        var choices = List.of(otherwise.getDeclaringClass().getEnumConstants());
        var words = choices.stream().map(Section::word).toList();
        if (value.isTextual() && words.contains(value.textValue())) {
            return choices.get(words.indexOf(value.textValue()));
        }
        if (!value.isMissingNode()) {
            refuse(field, value, Spelling.choices(value.asText(), words));
        }
        return otherwise;
    }

    /// An object that must be there; where it is not, that is said once and not for each field.
    Section section(String field) {
        var value = look(field);
        if (value instanceof ObjectNode object) {
            return new Section(at(field), object, problems);
        }
        refuse(field, value, "an object");
        return new Section(at(field), NOTHING, new ArrayList<>());
    }

    /// An object all of whose fields have a default.
    Section sectionIfAny(String field) {
        look(field);
        return node.has(field) ? section(field) : new Section(at(field), NOTHING, problems);
    }

    /// A list of at least one object.
    List<Section> sections(String field) {
        var value = look(field);
        if (!isListOf(value, 1)) {
            refuse(field, value, "a list of 1 to %d objects".formatted(ITEMS_MAX));
        }
        return IntStream.range(0, value.isArray() ? Math.min(value.size(), ITEMS_MAX) : 0)
                .mapToObj(item -> item(at(field) + "[" + item + "]", value.get(item)))
                .toList();
    }

    private Section item(String place, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new Section(place, object, problems);
        }
        problems.add(new Problem(place, Shown.of(value), "an object"));
        return new Section(place, NOTHING, new ArrayList<>());
    }

    /// To be called when every field was read: whatever is left is unknown.
    void end() {
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                var allowed = Spelling.choices(name, known);
                                problems.add(
                                        new Problem(
                                                at(Spelling.clipped(name)),
                                                "an unknown field",
                                                allowed));
                            }
                        });
    }

    private JsonNode look(String field) {
        known.add(field);
        return node.path(field);
    }

    private void refuse(String field, JsonNode value, String allowed) {
        problems.add(new Problem(at(field), Shown.of(value), allowed));
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static boolean isListOf(JsonNode value, int itemsMin) {
        return value.isArray() && value.size() >= itemsMin && value.size() <= ITEMS_MAX;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
