package dev.daybreak.rehearsal.lambda;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/// The runtime interface client's native library. By itself the client unpacks it to one name below
/// `/tmp`, which is each function's own on Lambda: here two that start at the same time would write
/// over what the other has loaded, and die of it.
final class NativeClient {
    private static final String LIBRARY = "jni/libaws-lambda-jni.linux-x86_64.so";
    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private NativeClient() {}

    /// Unpacks it for one process.
    ///
    /// @param client the folder of the runtime interface client
    /// @return the option of the JVM that names it
    static String unpacked(Path client, Path scratch) throws IOException {
        var file = scratch.resolve("client.so");
        try (var jars = Files.newDirectoryStream(client, "*runtime-interface-client*.jar")) {
            for (var jar : jars) {
                try (var inside = FileSystems.newFileSystem(jar)) {
                    Files.copy(inside.getPath(LIBRARY), file);
                }
            }
        }
        return "-D%s=%s".formatted(PROPERTY, file);
    }
}
