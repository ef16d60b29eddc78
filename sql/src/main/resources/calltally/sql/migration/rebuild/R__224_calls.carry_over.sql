create or replace function calls.carry_over() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into calls_rebuilt.call
    select c.*
    from calls.call as c
    join journal.horizon as h using (source_id)
    where c.started_at < h.derived_from;

    insert into calls_rebuilt.attempt
    select a.*
    from calls.attempt as a
    join calls.call as c using (source_id, pbx_id)
    join journal.horizon as h using (source_id)
    where c.started_at < h.derived_from;

    insert into calls_rebuilt.engagement
    select e.*
    from calls.engagement as e
    join calls.call as c using (source_id, pbx_id)
    join journal.horizon as h using (source_id)
    where c.started_at < h.derived_from;

    insert into stats_rebuilt.hourly_line
    select s.*
    from stats.hourly_line as s
    join journal.horizon as h using (source_id)
    where s.local_date < h.statistics_from;

    insert into stats_rebuilt.daily_manager
    select s.*
    from stats.daily_manager as s
    join journal.horizon as h using (source_id)
    where s.local_date < h.statistics_from;

    insert into stats_rebuilt.daily_quality
    select s.*
    from stats.daily_quality as s
    join journal.horizon as h using (source_id)
    where s.local_date < h.statistics_from;
end
$$;
comment on function calls.carry_over() is
    'Copies calls, rings and statistics from before their source''s horizon into the tables of a '
    'rebuild.';
