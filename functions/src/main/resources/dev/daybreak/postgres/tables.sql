-- Everything that holds rows of the user's: tables and partitions, materialized views that are filled,
-- the tables of extensions whose rows pg_dump would save as well, and all large objects. The key is the primary key or
-- another unique index that can tell rows apart.
SELECT format('%I.%I', n.nspname, c.relname), pg_table_size(c.oid),
       coalesce((
         SELECT array_agg(quote_ident(a.attname) ORDER BY k.place)
         FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
         WHERE k.place <= i.indnkeyatts), '{}'),
       (SELECT coalesce(string_agg(
                 quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', '
                 ORDER BY a.attnum), '')
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
       CASE c.relkind WHEN 'r' THEN pg_relation_size(c.oid) / current_setting('block_size')::int
         ELSE 0 END
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
  SELECT * FROM pg_index x
  WHERE x.indrelid = c.oid AND x.indisunique AND x.indimmediate AND x.indisvalid
    AND x.indpred IS NULL AND x.indexprs IS NULL
    AND NOT EXISTS (
      SELECT FROM unnest(x.indkey::int2[]) WITH ORDINALITY k(number, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
      WHERE k.place <= x.indnkeyatts AND NOT a.attnotnull)
  ORDER BY x.indisprimary DESC, x.indnkeyatts, x.indexrelid::regclass::text COLLATE "C" LIMIT 1) i
  ON true
WHERE c.oid = 'pg_largeobject'::regclass
  OR ((c.relkind = 'r' OR c.relkind = 'm' AND c.relispopulated)
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relpersistence <> 't'
    AND (c.oid IN (SELECT unnest(extconfig) FROM pg_extension)
         OR NOT EXISTS (
           SELECT FROM pg_depend
           WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')))
