package dev.daybreak.postgres;

import static dev.daybreak.postgres.TestServer.CLOCK;
import static dev.daybreak.postgres.TestServer.DAYBREAK;
import static dev.daybreak.postgres.TestServer.TLS;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.postgres.PostgresComparisons.Effort;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Progress;
import java.util.Optional;

/// A server with a database to compare, and copies of it.
final class ComparedDatabases implements AutoCloseable {
    private static final String SCHEMA =
            """
            CREATE EXTENSION pg_trgm;
            CREATE TYPE mood AS ENUM ('calm', 'wild');
            CREATE DOMAIN amount AS numeric CHECK (VALUE >= 0);
            CREATE TABLE things (
              id bigint PRIMARY KEY, big bigint, small int, text text, exact numeric, flag boolean,
              at timestamptz, span interval, bytes bytea, json jsonb, real float8, feels mood,
              padded char(5), list int[], cost amount DEFAULT 1);
            CREATE TABLE pairs (a text, b int);
            CREATE TABLE compound (a int, b text, v text, PRIMARY KEY (a, b));
            CREATE TABLE parted (id int, v text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
            CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (100);
            CREATE TABLE parted_high PARTITION OF parted FOR VALUES FROM (100) TO (200);
            CREATE TABLE parent (id int PRIMARY KEY, t text);
            CREATE TABLE child (more int) INHERITS (parent);
            CREATE UNLOGGED TABLE unlogged (id int PRIMARY KEY);
            CREATE TABLE "Odd ""Name" ("t" int, "Key ""K" int PRIMARY KEY);
            CREATE TABLE nothing ();
            CREATE TABLE referring (id int PRIMARY KEY, thing bigint REFERENCES things);
            CREATE INDEX things_by_text ON things (text);
            CREATE VIEW looks AS SELECT id, text FROM things;
            CREATE MATERIALIZED VIEW counts AS SELECT flag, count(*) FROM things GROUP BY flag;
            CREATE SEQUENCE numbers;
            CREATE SEQUENCE fresh;
            CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER noting BEFORE INSERT ON things FOR EACH ROW EXECUTE FUNCTION noted();
            CREATE POLICY mine ON pairs USING (true);
            """;

    private static final String ROWS =
            """
            INSERT INTO things SELECT i, i, i, 'text ' || i, i + 0.5, i % 2 = 0,
              '2026-01-01 00:00:00.000001Z'::timestamptz + i * interval '1 second',
              i * interval '1 hour', decode(lpad(to_hex(i), 8, '0'), 'hex'),
              jsonb_build_object('i', i), i / 3.0, 'calm', 'p', ARRAY[i, NULL], i
              FROM generate_series(1, 2000) i;
            INSERT INTO things (id, text) VALUES (5000, NULL), (5001, ''), (5002, 'NULL');
            UPDATE things SET exact = 1.0, small = 0 WHERE id = 7;
            INSERT INTO pairs SELECT 'x' || i % 10, i % 10 FROM generate_series(1, 100) i;
            INSERT INTO compound SELECT i, 'b,"' || i, 'v' FROM generate_series(1, 50) i;
            INSERT INTO parted SELECT i, 'v' FROM generate_series(0, 199) i;
            INSERT INTO parent VALUES (1, 'p'); INSERT INTO child VALUES (2, 'c', 3);
            INSERT INTO unlogged VALUES (1);
            INSERT INTO "Odd ""Name" VALUES (1, 2);
            INSERT INTO nothing DEFAULT VALUES;
            INSERT INTO referring VALUES (1, 1);
            REFRESH MATERIALIZED VIEW counts;
            SELECT nextval('numbers') FROM generate_series(1, 40);
            SELECT lo_from_bytea(4242, 'hello');
            """;

    final TestServer server = TestServer.start();
    final Address original;

    ComparedDatabases() {
        server.database("template");
        server.sql("template", SCHEMA);
        server.sql("template", ROWS);
        original = copy("original");
    }

    Address copy(String name) {
        server.sql(
                "postgres",
                "CREATE DATABASE \"%s\" TEMPLATE template OWNER master".formatted(name));
        return server.address(name);
    }

    static Comparison compare(Address rds, Address aurora, int workers) {
        return compare(comparisons(Connector.patient(TLS), workers), rds, aurora, DAYBREAK);
    }

    static Comparisons comparisons(Connector connector, int workers) {
        return new PostgresComparisons(connector, CLOCK, Effort.ofLambda(workers, true));
    }

    static Comparison compare(
            Comparisons comparisons, Address rds, Address aurora, Credentials login) {
        return ((Progress.Compared) comparisons.compare(rds, aurora, login, Optional.empty()))
                .comparison();
    }

    @Override
    public void close() {
        server.close();
    }
}
