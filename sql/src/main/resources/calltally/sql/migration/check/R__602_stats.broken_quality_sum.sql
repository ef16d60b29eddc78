create or replace view stats.broken_quality_sum as
with
quality_sum as (
    select
        c.source_id,
        c.local_date,
        count(*) as calls,
        count(*) filter (where c.is_complete) as calls_complete,
        count(*) filter (where c.outcome = 'unfinished') as unfinished,
        count(*) filter (where c.is_internal) as internal,
        count(*) filter (where 'rings_unknown' = any (c.anomalies)) as rings_unknown
    from calls.call as c
    group by c.source_id, c.local_date
),
compared as (
    select
        coalesce(e.source_id, f.source_id) as source_id,
        coalesce(e.local_date, f.local_date) as local_date,
        'stats.daily_quality: ' || v.figure || ' as in the calls' as rule,
        v.expected,
        v.found
    from quality_sum as e
    full join stats.daily_quality as f using (source_id, local_date)
    cross join lateral (values
        ('calls', e.calls, f.calls),
        ('calls_complete', e.calls_complete, f.calls_complete),
        ('unfinished', e.unfinished, f.unfinished),
        ('internal', e.internal, f.internal),
        ('rings_unknown', e.rings_unknown, f.rings_unknown)
    ) as v (figure, expected, found)
)
select
    c.source_id,
    c.local_date,
    c.rule,
    c.expected::numeric as expected,
    c.found::numeric as found
from compared as c
where coalesce(c.expected, 0) <> coalesce(c.found, 0);
comment on view stats.broken_quality_sum is
    'One row per source, local date and violated rule of the daily data quality, whether or not '
    'the calls are still kept: stats.broken_sum shows only those that can be judged.';
comment on column stats.broken_quality_sum.source_id is 'The source.';
comment on column stats.broken_quality_sum.local_date is 'Local date of the start of the calls.';
comment on column stats.broken_quality_sum.rule is 'What should hold, in words.';
comment on column stats.broken_quality_sum.expected is
    'The left side, from calls and attempts; null for a day that they do not have.';
comment on column stats.broken_quality_sum.found is
    'The right side, from the statistics; null for a day that they do not have.';
