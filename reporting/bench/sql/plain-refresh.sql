-- A refresh as bare SQL, on the same tables: only what the notifications after the cursor affect.
-- Between its two parts plain-fold.sql folds the rows of the view notification.

select calls.take_new_notifications();

create temp view notification as
select n.*
from stale_call as k
join journal.notification as n using (source_id, pbx_id)
where n.occurred_at > '-infinity';

delete from attempt as a using stale_call as k
    where (a.source_id, a.pbx_id) = (k.source_id, k.pbx_id);
delete from missed_call as m using stale_call as k
    where (m.source_id, m.pbx_id) = (k.source_id, k.pbx_id);
delete from call as c using stale_call as k where (c.source_id, c.pbx_id) = (k.source_id, k.pbx_id);

-- fold

insert into stale_customer
select
    c.source_id,
    c.customer_key,
    min(least(c.started_at, c.ended_at)),
    max(greatest(c.started_at, c.ended_at))
from stale_call as k
join call as c using (source_id, pbx_id)
where c.customer is not null
group by c.source_id, c.customer_key;

delete from missed_call as m
using stale_customer as k, source as s
where (m.source_id, m.customer_key) = (k.source_id, k.customer_key)
    and s.source_id = k.source_id
    and m.missed_at between k.since - s.callback_window and k.until;

insert into missed_call
select source_id, pbx_id, customer, customer_key, line, missed_at, local_date, first_try_pbx_id,
    first_try_started_at, first_try_manager, contact_pbx_id, contact_direction, contact_started_at,
    contact_at, contact_manager
from fresh_missed_call;

insert into stale_day
select source_id, local_date
from stale_call
join call using (source_id, pbx_id)
union
select c.source_id, c.local_date
from stale_customer as k
join source as s using (source_id)
join call as c using (source_id, customer_key)
where c.direction = 'outgoing'
    and c.started_at between k.since and k.until + s.callback_window
on conflict do nothing;

delete from stats.hourly_line as t using stale_day as d
    where (t.source_id, t.local_date) = (d.source_id, d.local_date);
delete from stats.daily_manager as t using stale_day as d
    where (t.source_id, t.local_date) = (d.source_id, d.local_date);
delete from stats.daily_quality as t using stale_day as d
    where (t.source_id, t.local_date) = (d.source_id, d.local_date);
insert into stats.hourly_line select * from stats.fresh_hourly_line;
insert into stats.daily_manager select * from stats.fresh_daily_manager;
insert into stats.daily_quality select * from stats.fresh_daily_quality;
