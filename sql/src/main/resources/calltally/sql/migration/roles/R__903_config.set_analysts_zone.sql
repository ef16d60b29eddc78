create or replace function config.set_analysts_zone() returns text
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    common constant text := analytics.zone();
begin
    if common is null then
        execute format('alter role analyst in database %I reset timezone', current_database());
    else
        execute format(
            'alter role analyst in database %I set timezone = %L', current_database(), common);
    end if;
    return common;
exception
    -- Another owner in this cluster has created the role, or PostgreSQL knows no such zone.
    when insufficient_privilege or invalid_parameter_value then
        return null;
end
$$;
comment on function config.set_analysts_zone() is
    'Lets the sessions of analysts run in the time zone of the sources, where all active ones '
    'have the same; returns it, else null.';
