package dev.daybreak.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/// Texts of one form, each once.
record TextList(String place, JsonNode value, List<Problem> problems) {
    List<String> read(Form form) {
        var texts = new LinkedHashSet<String>();
        var seen = new HashSet<JsonNode>();
        for (int item = 0; item < value.size(); item++) {
            var at = place + "[" + item + "]";
            texts.add(item(at, value.get(item), form, problems));
            if (!seen.add(value.get(item))) {
                problems.add(new Problem(at, Shown.of(value.get(item)) + " again", "each once"));
            }
        }
        return List.copyOf(texts);
    }

    /// The text, or a valid one in the place of a refused one.
    static String item(String place, JsonNode value, Form form, List<Problem> problems) {
        if (value.isTextual() && form.admits(value.textValue())) {
            return value.textValue();
        }
        var found = form.isShown() || !value.isTextual() ? Shown.of(value) : "another text";
        problems.add(new Problem(place, found, form.allowed()));
        return form.example();
    }
}
