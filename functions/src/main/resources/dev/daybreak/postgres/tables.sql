-- Everything that holds rows of the user's: tables and partitions, materialized views that are filled,
-- the tables of extensions whose rows pg_dump would save as well, and all large objects. The key is the primary key or
-- another unique index that can tell rows apart. Each column has a form: the built-in type below all its
-- domains, or where it is a user's own. A cast to text that users made may say less than the value.
SELECT format('%I.%I', n.nspname, c.relname), pg_table_size(c.oid),
       coalesce((
         SELECT array_agg(quote_ident(a.attname) ORDER BY k.place)
         FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
         WHERE k.place <= i.indnkeyatts), '{}'),
       coalesce(l.names, '{}'), coalesce(l.types, '{}'), coalesce(l.forms, '{}'), coalesce(l.nullables, '{}'),
       -- before PostgreSQL 14, a range of ctids means reading the whole table
       CASE WHEN h.amname = 'heap' AND current_setting('server_version_num')::int >= 140000
         THEN pg_relation_size(c.oid) / current_setting('block_size')::int ELSE 0 END
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
LEFT JOIN pg_am h ON h.oid = c.relam
LEFT JOIN LATERAL (
  SELECT array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS names,
         array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum) AS types,
         array_agg(b.form ORDER BY a.attnum) AS forms,
         array_agg((NOT a.attnotnull)::text ORDER BY a.attnum) AS nullables
  FROM pg_attribute a CROSS JOIN LATERAL (
    WITH RECURSIVE below AS (
      SELECT t.* FROM pg_type t WHERE t.oid = a.atttypid
      UNION ALL
      SELECT t.* FROM pg_type t JOIN below ON below.typtype = 'd' AND t.oid = below.typbasetype)
    SELECT CASE
             WHEN EXISTS (SELECT FROM pg_cast s
                          WHERE s.castsource IN (below.oid, a.atttypid) AND s.oid >= 16384
                            AND s.casttarget = 'text'::regtype AND s.castmethod <> 'b') THEN 'own cast'
             WHEN below.typnamespace <> 'pg_catalog'::regnamespace THEN 'own'
             WHEN below.typcategory = 'A' THEN 'array'
             ELSE below.typname::text END AS form
    FROM below WHERE below.typtype <> 'd') b
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) l ON true
WHERE c.oid = 'pg_largeobject'::regclass
  OR ((c.relkind = 'r' OR c.relkind = 'm' AND c.relispopulated)
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relpersistence <> 't'
    AND (c.oid IN (SELECT unnest(extconfig) FROM pg_extension)
         OR NOT EXISTS (
           SELECT FROM pg_depend
           WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')))
