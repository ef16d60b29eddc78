-- How often do we try before we reach a missed caller?
-- Missed calls of the last 4 weeks with a known caller, by the number of call-backs that reached
-- nobody, as of now.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 28 as from_date,
        analytics.today('main') as until_date
),
missed as (
    select
        f.pbx_id,
        f.contact_direction,
        count(t.pbx_id) as tries
    from parameters as p
    join analytics.missed_call_follow_up as f
        on f.source = p.source
        and f.local_date >= p.from_date
        and f.local_date < p.until_date
    left join lateral analytics.tries_at(
        f.source, f.customer_key, f.missed_at, f.callback_window, now()) as t
        on t.reached_at < coalesce(f.contact_at, 'infinity')
    where f.customer is not null
        and not f.presumed
    group by f.pbx_id, f.contact_direction
)
select
    m.tries,
    count(*) as missed_calls,
    count(*) filter (where m.contact_direction = 'outgoing') as then_reached,
    count(*) filter (where m.contact_direction = 'incoming') as then_came_back,
    count(*) filter (where m.contact_direction is null) as not_reached
from missed as m
group by m.tries
order by m.tries;
