-- How many calls should we expect next week, and with how many people on the phone at once?
-- The mean of the same weekday and hour over the last 8 weeks; the load is calls × mean talk ÷
-- one hour (Erlang): plan for more people than that, never fewer.
with parameters as (
    select
        'main' as source,
        analytics.today('main') - 56 as from_date,
        analytics.today('main') as until_date
),
hour as (
    select
        extract(isodow from h.local_date) as weekday,
        h.local_hour as hour,
        sum(h.incoming) as incoming,
        sum(h.talk_sum) as talk_sum,
        sum(h.talk_count) as talk_count
    from parameters as p
    join analytics.hourly_line as h
        on h.source = p.source
        and h.local_date >= p.from_date
        and h.local_date < p.until_date
    group by h.local_date, h.hour_start, h.local_hour
)
select
    h.weekday,
    h.hour,
    count(*) as weeks,
    round(avg(h.incoming), 1) as incoming,
    max(h.incoming) as incoming_at_most,
    round(sum(h.talk_sum) / nullif(sum(h.talk_count), 0)) as talk_seconds_average,
    round(avg(h.talk_sum) / 3600, 1) as load
from hour as h
group by h.weekday, h.hour
order by h.weekday, h.hour;
