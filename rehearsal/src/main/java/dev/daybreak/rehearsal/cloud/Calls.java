package dev.daybreak.rehearsal.cloud;

import java.util.function.Supplier;

/// The one place that every call to every service passes: who stands here may count it, slow it
/// down, or throw before or after its effect.
public interface Calls {
    /// Nobody stands there.
    Calls UNHEARD =
            new Calls() {
                @Override
                public <T> T around(String port, String method, Supplier<T> call) {
                    return call.get();
                }
            };

    /// @param port the port's simple name, for example `Secrets`
    /// @param method the port's method, for example `makeCurrent`
    /// @param call takes its effect when it is asked, and may be asked more than once
    <T> T around(String port, String method, Supplier<T> call);
}
