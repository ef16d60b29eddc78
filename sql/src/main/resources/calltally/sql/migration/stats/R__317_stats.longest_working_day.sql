create or replace function stats.longest_working_day(source_id integer) returns numeric
    language sql
    stable
as $$
    select max(d.seconds)
    from (
        select
            sum(extract(epoch from h.to_time - h.from_time)
                + case when h.to_time <= h.from_time then 86400 else 0 end) as seconds
        from config.shift as h
        where h.source_id = longest_working_day.source_id
        group by h.weekday
    ) as d
$$;
comment on function stats.longest_working_day(integer) is
    'Seconds: the working time of the longest day of the source''s week; null without working '
    'hours.';
