-- Is today a usual day so far?
-- Today until now next to the mean of this weekday in the last four weeks until the same time;
-- weeks without calls are left out.
with parameters as (
    select
        'main' as source,
        analytics.today('main') as today,
        (now() at time zone analytics.zone('main'))::time as until_time
),
day as (
    select
        s.*,
        s.local_date = p.today as is_today
    from parameters as p
    cross join lateral analytics.calls_so_far(
        p.source,
        array[p.today, p.today - 7, p.today - 14, p.today - 21, p.today - 28],
        p.until_time) as s
    where s.local_date = p.today or s.incoming > 0
)
select
    figure.name as figure,
    max(figure.value) filter (where d.is_today) as today,
    round(avg(figure.value) filter (where not d.is_today), 4) as usual,
    count(figure.value) filter (where not d.is_today) as days
from day as d
cross join lateral (values
    (1, 'incoming', d.incoming::numeric),
    (2, 'missed', d.missed::numeric),
    (3, 'answer rate', analytics.rate(d.answered, d.answered + d.missed)),
    (4, 'missed callers', d.missed_callers::numeric)
) as figure (place, name, value)
group by figure.place, figure.name
order by figure.place;
