package dev.daybreak.rehearsal.postgres;

import java.nio.file.Path;

/// A program that starts a server and ends without stopping it: politely, or all at once.
final class LeavesTheJvm {
    private LeavesTheJvm() {}

    public static void main(String[] args) {
        var binaries = PostgresBinaries.in(Path.of(args[0]));
        var cluster = Cluster.create(binaries, Path.of(args[1]), Servers.ADMIN);
        var server = cluster.start("brief", Address.free("127.0.0.3"), ServerSettings.rds());
        IO.println(server.pid());
        switch (args[2]) {
            case "exits" -> System.exit(0);
            case "dies" -> Runtime.getRuntime().halt(1);
            case "keeps" -> {
                server.keep();
                System.exit(0);
            }
            default -> throw new IllegalArgumentException(args[2]);
        }
    }
}
