-- Can I trust the figures of the last 4 weeks?
-- One row per day, the doubtful ones first: nothing received, silent for too long, or calls with
-- missing notifications. Managers' figures leave out calls whose rings are not told, and waits
-- those whose wait is not told.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
)
select
    f.local_date,
    f.no_data,
    f.silent,
    f.low_coverage,
    f.coverage,
    f.notifications,
    f.duplicates,
    f.rejected,
    q.late,
    q.unfinished,
    q.rings_unknown,
    q.wait_unknown,
    q.time_of_receipt,
    round(f.longest_silence_seconds / 60) as longest_silence_minutes
from parameters as p
cross join lateral analytics.feed_quality(p.source, p.from_date, p.until_date, now()) as f
left join analytics.data_quality as q
    on q.source = p.source
    and q.local_date = f.local_date
order by
    f.no_data desc,
    f.silent desc nulls last,
    f.low_coverage desc nulls last,
    f.local_date desc;
