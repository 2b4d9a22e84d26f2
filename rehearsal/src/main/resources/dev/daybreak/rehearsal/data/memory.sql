-- The large table: about 500 bytes a row. %1$d is the number of rows, %2$d the seed.
CREATE TABLE memory (
    id bigint GENERATED ALWAYS AS IDENTITY,
    account_id bigint NOT NULL,
    told_at timestamptz NOT NULL,
    score numeric(10, 3),
    digest bytea NOT NULL,
    body text NOT NULL
);

INSERT INTO memory (account_id, told_at, score, digest, body)
SELECT 1 + i %% %3$d, timestamptz '2023-01-01 00:00:00+00' + i * interval '0.734567 seconds',
    CASE WHEN i %% 7 <> 0 THEN i %% 99999 / 8.0 END, decode(m, 'hex'),
    'Once upon a time — ' || repeat(m, 12)
FROM (
    SELECT i, md5('memory ' || i || ' %2$d') AS m 
    FROM generate_series(1, %1$d::bigint) AS i
) AS made;

ALTER TABLE memory ADD PRIMARY KEY (id);

CREATE INDEX memory_account ON memory (account_id, told_at);
