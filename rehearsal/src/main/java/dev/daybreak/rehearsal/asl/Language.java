package dev.daybreak.rehearsal.asl;

/// What a state's values are written in.
enum Language {
    JSONPATH,
    JSONATA;

    /// A state may change to JSONata but not back (a recorded answer of
    /// ValidateStateMachineDefinition says so).
    static Language of(Fields fields, Language around) {
        var text = fields.text("QueryLanguage");
        if (text.isEmpty()) {
            return around;
        }
        var place = fields.at("QueryLanguage");
        switch (text.get()) {
            case "JSONata" -> {
                return JSONATA;
            }
            case "JSONPath" -> {
                if (around == JSONATA) {
                    place.invalid("can't be JSONPath where the whole state machine is JSONata");
                }
                return JSONPATH;
            }
            default -> {
                place.invalid("must be JSONata or JSONPath");
                return around;
            }
        }
    }
}
