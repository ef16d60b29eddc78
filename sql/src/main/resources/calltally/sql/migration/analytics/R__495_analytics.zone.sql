create or replace function analytics.zone(source text default null) returns text
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    zones constant text[] := array(
        select distinct s.zone
        from config.source as s
        where case
            when zone.source is null then s.active
            else s.source_id = stats.source_named(zone.source)
        end);
begin
    return case when cardinality(zones) = 1 then zones[1] end;
end
$$;
comment on function analytics.zone(text) is
    'The time zone of a source, whose local dates and hours the figures have: '
    'started_at at time zone analytics.zone(''main'') is a local time in any session. Without a '
    'name, that of all active sources; null when they have several.';
