-- When do managers take their first and their last call of the day?
-- Means over the working days of the last 4 weeks; a call is one answered or placed. Times are
-- those of zone, by default the session's: give the source's, such as Europe/Minsk.
with parameters as (
    select
        'main' as source,
        current_date - 28 as from_date,
        current_date as until_date,
        current_setting('timezone') as zone
)
select
    d.manager,
    d.department,
    count(*) as days,
    to_char(avg((d.first_activity at time zone p.zone)::time), 'HH24:MI') as first_call,
    to_char(avg((d.last_activity at time zone p.zone)::time), 'HH24:MI') as last_call,
    round(avg(extract(epoch from d.last_activity - d.first_activity)) / 3600, 1) as hours_between,
    round(sum(d.talk_sum + d.outgoing_talk_sum) / count(*) / 60) as talk_minutes_a_day
from parameters as p
join analytics.daily_manager as d
    on d.source = p.source
    and d.local_date >= p.from_date
    and d.local_date < p.until_date
where d.first_activity is not null
group by d.manager, d.department
order by first_call, d.manager;
