package dev.daybreak.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/// A port whose implementation is made at its first call: making a Kubernetes client asks EKS for
/// the endpoint, and most steps never need it.
final class Deferred {
    private Deferred() {}

    static <P> P of(Class<P> port, Supplier<? extends P> maker) {
        var made = new Lazy<P>(maker::get);
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> {
                            try {
                                return method.invoke(made.get(), arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        }));
    }
}
