create or replace function calls.settings_digest() returns jsonb
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    settings jsonb := '{}';
    part jsonb;
    settings_table regclass;
begin
    for settings_table in
        select c.oid
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        join pg_attribute as a on a.attrelid = c.oid and a.attname = 'source_id'
        where n.nspname in ('config', 'directory')
            and c.relkind = 'r'
            and c.relname not in ('source_token', 'signing_secret', 'exchange_secret', 'retention')
    loop
        execute format(
            'select jsonb_object_agg(source_id || '' %1$s'', digest) from ('
            '    select'
            '        source_id,'
            '        md5(string_agg(md5(t::text), '''' order by md5(t::text))) as digest'
            '    from %1$s as t'
            '    group by source_id'
            ') as setting', settings_table)
        into part;
        settings := settings || coalesce(part, '{}');
    end loop;
    return settings;
end
$$;
comment on function calls.settings_digest() is
    'A digest by source and table of the configuration and the directory that notifications are '
    'interpreted with. Shows whether something changed during a rebuild.';
