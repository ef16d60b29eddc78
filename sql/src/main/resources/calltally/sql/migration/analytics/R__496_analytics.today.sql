create or replace function analytics.today(source text) returns date
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (now() at time zone analytics.zone(today.source))::date;
end
$$;
comment on function analytics.today(text) is
    'Today''s local date in the source''s time zone, whatever the session''s: current_date is '
    'the session''s.';
