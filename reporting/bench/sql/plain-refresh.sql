-- A refresh as bare SQL, on the same tables: only what the notifications after the cursor affect.
-- In its middle plain-fold.sql, plain-calls.sql and plain-engagement.sql derive what the views
-- notification and attempt show. On the journal that journal.sql generates, no call ever changes
-- its day or its customer, and what engages a phone never ends earlier than it did.

select calls.take_new_notifications(0);
call calls.analyze_stale();

delete from attempt as a using stale_call as k
    where (a.source_id, a.pbx_id) = (k.source_id, k.pbx_id);
delete from engagement as e using stale_call as k
    where (e.source_id, e.pbx_id) = (k.source_id, k.pbx_id);
delete from missed_call as m using stale_call as k
    where (m.source_id, m.pbx_id) = (k.source_id, k.pbx_id);
delete from call as c using stale_call as k where (c.source_id, c.pbx_id) = (k.source_id, k.pbx_id);

create temp view notification as
select n.*
from stale_call as k
join journal.notification as n using (source_id, pbx_id)
where n.occurred_at > '-infinity';

create temp view attempt as
select *
from calls.attempt
where (source_id, pbx_id) in (select k.source_id, k.pbx_id from stale_call as k);

-- fold

with busy as (
    select a.source_id, a.pbx_id, a.attempt_no
    from attempt as a
    where a.outcome = 'busy'
    union
    select a.source_id, a.pbx_id, a.attempt_no
    from stale_call as k
    join engagement as e using (source_id, pbx_id)
    join calls.attempt as a
        on a.source_id = e.source_id
        and a.manager = e.manager
        and a.outcome = 'busy'
        and coalesce(a.started_at, a.ended_at)
            between e.engaged_from - interval '1 second' and e.engaged_until + interval '1 second'
),
changed as (
    update calls.attempt as a
    set busy_in_call = j.in_call
    from busy as b
    join judged_busy_attempt as j using (source_id, pbx_id, attempt_no)
    where (a.source_id, a.pbx_id, a.attempt_no) = (j.source_id, j.pbx_id, j.attempt_no)
        and a.busy_in_call <> j.in_call
    returning a.source_id, a.local_date
)
insert into stale_day
select source_id, local_date
from changed
on conflict do nothing;

insert into stale_customer
select
    c.source_id,
    c.customer_key,
    min(least(c.started_at, c.answered_at, c.ended_at)),
    max(greatest(c.started_at, c.answered_at, c.ended_at))
from stale_call as k
join call as c using (source_id, pbx_id)
where c.customer is not null
group by c.source_id, c.customer_key;

delete from missed_call as m
using stale_customer as k, source as s
where (m.source_id, m.customer_key) = (k.source_id, k.customer_key)
    and s.source_id = k.source_id
    and m.missed_at between k.since - s.callback_window and k.until;

insert into missed_call select * from fresh_missed_call;

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
    and c.started_at between k.since - interval '1 day' and k.until + s.callback_window
    and greatest(c.started_at, c.answered_at) >= k.since
on conflict do nothing;

call calls.analyze_stale();
delete from stats.hourly_line as t using stale_day as d
    where (t.source_id, t.local_date) = (d.source_id, d.local_date);
delete from stats.daily_manager as t using stale_day as d
    where (t.source_id, t.local_date) = (d.source_id, d.local_date);
delete from stats.daily_quality as t using stale_day as d
    where (t.source_id, t.local_date) = (d.source_id, d.local_date);
insert into stats.hourly_line select * from stats.fresh_hourly_line;
insert into stats.daily_manager select * from stats.fresh_daily_manager;
insert into stats.daily_quality select * from stats.fresh_daily_quality;

delete from stale_call;
delete from stale_customer;
delete from stale_day;
