package dev.daybreak.rehearsal.asl;

import java.util.Optional;

/// What a Task state calls.
public sealed interface Resource {
    /// A Lambda function by its own ARN: the arguments are its event, the result is its answer.
    record Function(String arn) implements Resource {}

    /// A service integration.
    ///
    /// @param service as history events show it (`lambda`, `sns`)
    /// @param action as history events show it (`invoke`, `publish`)
    /// @param waitsForToken whether the state ends only when its task token is answered
    record Integration(String service, String action, boolean waitsForToken) implements Resource {
        String shownAction() {
            return action + (waitsForToken ? ".waitForTaskToken" : "");
        }
    }

    /// Empty for a resource that this interpreter doesn't run.
    static Optional<Resource> of(String arn) {
        return switch (arn) {
            case "arn:aws:states:::lambda:invoke" ->
                    Optional.of(new Integration("lambda", "invoke", false));
            case "arn:aws:states:::lambda:invoke.waitForTaskToken" ->
                    Optional.of(new Integration("lambda", "invoke", true));
            case "arn:aws:states:::sns:publish" ->
                    Optional.of(new Integration("sns", "publish", false));
            case String s when s.matches("arn:aws[a-z-]*:lambda:[^:]*:[0-9]*:function:.+") ->
                    Optional.of(new Function(s));
            default -> Optional.empty();
        };
    }
}
