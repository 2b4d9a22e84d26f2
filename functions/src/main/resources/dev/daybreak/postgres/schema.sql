-- A database's schema as rows of text, one for each thing that can differ: the object it belongs to,
-- which part of it, and its definition. What an extension owns is told by the extension's version.
-- Expects an empty search path, so that every name in a definition is qualified. A relation's own row
-- has an empty part and so comes before its columns.
WITH
owned AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
space AS (
  SELECT n.* FROM pg_namespace n
  WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'),
relation AS (
  SELECT c.*, format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class c JOIN space n ON n.oid = c.relnamespace
  WHERE c.relpersistence <> 't'
    AND (c.oid, 'pg_class'::regclass) NOT IN (SELECT objid, classid FROM owned)),
thing(object, part, definition) AS (
  SELECT name, '', concat_ws(' ',
           CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table'
             WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
             WHEN 'c' THEN 'type' WHEN 'S' THEN 'sequence' END,
           'persistence', relpersistence, 'owner', pg_get_userbyid(relowner),
           'replica identity', relreplident, 'row security', relrowsecurity, relforcerowsecurity,
           'populated', relispopulated, reloptions::text,
           'privileges', (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(relacl) a),
           'partition by ' || pg_get_partkeydef(oid), pg_get_expr(relpartbound, oid),
           (SELECT string_agg('inherits ' || inhparent::regclass::text, ' ' ORDER BY inhseqno)
            FROM pg_inherits WHERE inhrelid = relation.oid),
           CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(oid) END)
  FROM relation WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S')
  UNION ALL
  SELECT c.name, 'column ' || quote_ident(a.attname), concat_ws(' ',
           'place', row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum),
           format_type(a.atttypid, a.atttypmod), 'collate ' || nullif(a.attcollation, 0)::regcollation::text,
           CASE WHEN a.attnotnull THEN 'not null' END, 'identity ' || nullif(a.attidentity::text, ''),
           'generated ' || nullif(a.attgenerated::text, ''), 'default ' || pg_get_expr(d.adbin, d.adrelid),
           'privileges ' || a.attacl::text)
  FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  -- with the state of the triggers that enforce a foreign key
  SELECT c.name, 'constraint ' || quote_ident(k.conname), concat_ws(' ',
           pg_get_constraintdef(k.oid), 'validated', k.convalidated,
           (SELECT 'triggers ' || string_agg(g.tgenabled::text, ''
                     ORDER BY g.tgtype, g.tgrelid::regclass::text)
            FROM pg_trigger g WHERE g.tgconstraint = k.oid))
  FROM relation c JOIN pg_constraint k ON k.conrelid = c.oid
  UNION ALL
  SELECT c.name, 'index ' || i.indexrelid::regclass::text, concat_ws(' ',
           pg_get_indexdef(i.indexrelid), 'valid', i.indisvalid, 'ready', i.indisready,
           'replica identity', i.indisreplident)
  FROM relation c JOIN pg_index i ON i.indrelid = c.oid
  UNION ALL
  SELECT c.name, 'trigger ' || quote_ident(g.tgname),
         concat_ws(' ', pg_get_triggerdef(g.oid), 'enabled', g.tgenabled)
  FROM relation c JOIN pg_trigger g ON g.tgrelid = c.oid WHERE NOT g.tgisinternal
  UNION ALL
  SELECT c.name, 'rule ' || quote_ident(r.rulename),
         concat_ws(' ', pg_get_ruledef(r.oid), 'enabled', r.ev_enabled)
  FROM relation c JOIN pg_rewrite r ON r.ev_class = c.oid WHERE r.rulename <> '_RETURN'
  UNION ALL
  SELECT c.name, 'policy ' || quote_ident(y.polname), concat_ws(' ',
           y.polcmd, y.polpermissive,
           (SELECT string_agg(CASE o WHEN 0 THEN 'public' ELSE pg_get_userbyid(o) END, ' ' ORDER BY o)
            FROM unnest(y.polroles) o),
           'using ' || pg_get_expr(y.polqual, y.polrelid),
           'check ' || pg_get_expr(y.polwithcheck, y.polrelid))
  FROM relation c JOIN pg_policy y ON y.polrelid = c.oid
  UNION ALL
  SELECT c.name, 'statistics ' || quote_ident(e.stxname), pg_get_statisticsobjdef(e.oid)
  FROM relation c JOIN pg_statistic_ext e ON e.stxrelid = c.oid
  UNION ALL
  SELECT c.name, 'definition', concat_ws(' ',
           format_type(s.seqtypid, NULL), 'start', s.seqstart, 'increment', s.seqincrement,
           'from', s.seqmin, 'to', s.seqmax, 'cache', s.seqcache, 'cycle', s.seqcycle,
           (SELECT 'owned by ' || o.refobjid::regclass::text || ' column ' || a.attname
            FROM pg_depend o JOIN pg_attribute a
              ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
            WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid
              AND o.refclassid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')))
  FROM relation c JOIN pg_sequence s ON s.seqrelid = c.oid
  UNION ALL
  -- a function's text is long: its hash tells whether it differs
  SELECT 'function ' || p.oid::regprocedure::text, '', concat_ws(' ',
           p.prokind, 'owner', pg_get_userbyid(p.proowner),
           'returns', pg_get_function_result(p.oid),
           CASE p.prokind WHEN 'a' THEN concat_ws(' ', g.aggtransfn, g.aggfinalfn, g.aggcombinefn,
                                          g.aggtranstype::regtype, g.agginitval)
             ELSE 'text ' || to_hex(hashtextextended(pg_get_functiondef(p.oid) COLLATE "C", 0)) END,
           'privileges', (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(p.proacl) a))
  FROM pg_proc p JOIN space n ON n.oid = p.pronamespace LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid
  WHERE (p.oid, 'pg_proc'::regclass) NOT IN (SELECT objid, classid FROM owned)
  UNION ALL
  SELECT 'type ' || t.oid::regtype::text, '', concat_ws(' ',
           t.typtype, 'owner', pg_get_userbyid(t.typowner),
           (SELECT string_agg(quote_literal(enumlabel), ' ' ORDER BY enumsortorder)
            FROM pg_enum WHERE enumtypid = t.oid),
           CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
           CASE WHEN t.typnotnull THEN 'not null' END, 'default ' || t.typdefault,
           (SELECT string_agg(quote_ident(conname) || ' ' || pg_get_constraintdef(oid), ' '
                     ORDER BY conname)
            FROM pg_constraint WHERE contypid = t.oid),
           (SELECT 'range of ' || rngsubtype::regtype::text FROM pg_range WHERE rngtypid = t.oid))
  FROM pg_type t JOIN space n ON n.oid = t.typnamespace
  WHERE t.typrelid = 0 AND t.typcategory <> 'A' AND t.typtype <> 'm'
    AND (t.oid, 'pg_type'::regclass) NOT IN (SELECT objid, classid FROM owned)
  UNION ALL
  SELECT 'extension ' || quote_ident(extname), '',
         concat_ws(' ', 'version', extversion, 'schema', extnamespace::regnamespace)
  FROM pg_extension
  UNION ALL
  SELECT 'schema ' || quote_ident(nspname), '', concat_ws(' ',
           'owner', pg_get_userbyid(nspowner),
           'privileges', (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(nspacl) a))
  FROM space
  UNION ALL
  -- AWS keeps event triggers of its own, owned by a superuser
  SELECT 'event trigger ' || quote_ident(v.evtname), '',
         concat_ws(' ', v.evtevent, v.evtfoid::regproc, v.evtenabled, v.evttags::text)
  FROM pg_event_trigger v JOIN pg_roles r ON r.oid = v.evtowner WHERE NOT r.rolsuper
  UNION ALL
  SELECT 'database', 'encoding',
         concat_ws(' ', pg_encoding_to_char(encoding), datcollate, datctype)
  FROM pg_database WHERE datname = current_database()
  UNION ALL
  -- all but the fence's own
  SELECT 'database',
         concat_ws(' ', 'setting', split_part(s, '=', 1), 'of ' || r.rolname), s
  FROM pg_db_role_setting b JOIN pg_database d ON d.oid = b.setdatabase
    LEFT JOIN pg_roles r ON r.oid = b.setrole, unnest(b.setconfig) s
  WHERE d.datname = current_database() AND s NOT LIKE 'default_transaction_read_only=%')
-- the order of the bytes of UTF-8 is the same on every server and in Java
SELECT object, part, definition FROM thing
ORDER BY convert_to(object, 'UTF8'), convert_to(part, 'UTF8'), definition COLLATE "C"
