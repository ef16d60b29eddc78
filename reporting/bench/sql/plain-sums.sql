-- Runs after plain-engagement.sql: keys, busy phones, call-backs and the sums of lines, as plain
-- SQL for all days at once.

alter table engagement add primary key (source_id, pbx_id, manager, engaged_from);
create index on engagement (source_id, manager, engaged_from);
analyze engagement;

-- Before attempts have keys, which would follow. With exists (...) the planner would
-- compare each of a manager's busy attempts with all their engagements.
update attempt as a
set busy_in_call = true
where a.outcome = 'busy'
    and (
        select true
        from engagement as e
        where e.source_id = a.source_id
            and e.manager = a.manager
            and e.pbx_id <> a.pbx_id
            and e.engaged_from <= coalesce(a.started_at, a.ended_at) + interval '1 second'
            and e.engaged_from
                >= coalesce(a.started_at, a.ended_at) - interval '4 hours 1 second'
            and e.engaged_until >= coalesce(a.started_at, a.ended_at) - interval '1 second'
        limit 1);

alter table call add primary key (source_id, pbx_id);
create index on call (source_id, local_date);
create index on call (source_id, customer, started_at);
create index on call (source_id, customer_key, started_at);
create index on call (source_id, customer_key, coalesce(ended_at, started_at))
    where direction = 'incoming' and outcome = 'missed' and not is_internal;
create index on call (source_id, customer_key, greatest(started_at, answered_at))
    where outcome = 'answered' and not is_internal;
alter table attempt add primary key (source_id, pbx_id, attempt_no);
create index on attempt (source_id, local_date);
create index on attempt (source_id, manager, coalesce(started_at, ended_at))
    where outcome = 'busy';
analyze call, attempt;

insert into missed_call
with followed as (
    select
        c.source_id,
        c.pbx_id,
        c.outcome = 'unfinished' as presumed,
        c.customer,
        c.customer_key,
        c.line,
        case when c.outcome = 'missed' then coalesce(c.ended_at, c.started_at)
            else c.started_at end as missed_at,
        c.local_date,
        s.callback_window,
        s.least_contact
    from call as c
    join source as s using (source_id)
    where c.direction = 'incoming'
        and c.outcome <> 'answered'
        and not c.is_internal
)
select
    m.source_id,
    m.pbx_id,
    m.presumed,
    m.customer,
    m.customer_key,
    m.line,
    m.missed_at,
    m.local_date,
    case when m.presumed then m.missed_at + interval '4 hours' else m.missed_at end,
    null,
    placed.started_at,
    contact.pbx_id,
    contact.direction,
    contact.line,
    contact.reached_at,
    contact.contact_since,
    contact.manager
from followed as m
left join lateral (
    select c.started_at
    from call as c
    where c.source_id = m.source_id
        and c.customer_key = m.customer_key
        and c.started_at between m.missed_at - interval '1 day' and m.missed_at + m.callback_window
        and (c.started_at >= m.missed_at
            or (c.outcome = 'answered' and c.answered_at > m.missed_at))
        and c.direction = 'outgoing'
        and not c.is_internal
    order by c.started_at
    limit 1
) as placed on true
left join lateral (
    select
        c.pbx_id,
        c.direction,
        c.line,
        c.manager,
        greatest(c.started_at, c.answered_at) as reached_at,
        greatest(c.started_at, c.answered_at + m.least_contact) as contact_since
    from call as c
    where c.source_id = m.source_id
        and c.customer_key = m.customer_key
        and c.started_at between m.missed_at - interval '1 day' and m.missed_at + m.callback_window
        and (c.started_at >= m.missed_at or c.answered_at > m.missed_at)
        and c.outcome = 'answered'
        and coalesce(c.ended_at - c.answered_at >= m.least_contact, true)
        and not c.is_internal
    order by greatest(c.started_at, c.answered_at), c.pbx_id collate "C"
    limit 1
) as contact on true;

alter table missed_call add primary key (source_id, pbx_id, presumed);
create index on missed_call (source_id, local_date);
create index on missed_call (source_id, customer_key, missed_at);
create index on missed_call (source_id, missed_at);
analyze missed_call;

insert into hourly_line
select
    c.source_id, c.hour_start, c.local_date, c.line, max(c.line_name), max(c.department),
    count(*) filter (where c.direction = 'incoming'),
    count(*) filter (where c.direction = 'incoming' and c.outcome = 'answered'),
    count(*) filter (where c.direction = 'incoming' and c.outcome = 'missed'),
    count(*) filter (where c.direction = 'incoming' and c.outcome = 'unfinished'),
    count(*) filter (where c.is_short),
    count(*) filter (where c.missed_reason = 'caller_gave_up'),
    count(*) filter (where c.missed_reason = 'no_answer'),
    count(*) filter (where c.missed_reason = 'busy'),
    count(*) filter (where c.missed_reason = 'unavailable'),
    count(*) filter (where c.missed_reason = 'not_offered'),
    count(*) filter (where c.missed_reason = 'unknown'),
    count(*) filter (where c.missed_reason is not null and not c.in_working_hours),
    count(*) filter (
        where c.direction = 'incoming' and c.outcome = 'answered'
            and c.wait_seconds <= extract(epoch from s.service_level_threshold)),
    coalesce(
        sum(c.wait_seconds) filter (where c.direction = 'incoming' and c.outcome = 'answered'), 0),
    count(c.wait_seconds) filter (where c.direction = 'incoming' and c.outcome = 'answered'),
    coalesce(sum(c.wait_seconds) filter (where c.missed_reason is not null), 0),
    count(c.wait_seconds) filter (where c.missed_reason is not null),
    max(c.wait_seconds) filter (where c.direction = 'incoming' and c.outcome = 'answered'),
    coalesce(
        sum(c.talk_seconds) filter (where c.direction = 'incoming' and c.outcome = 'answered'), 0),
    count(c.talk_seconds) filter (where c.direction = 'incoming' and c.outcome = 'answered'),
    count(*) filter (where c.direction = 'outgoing'),
    count(*) filter (where c.direction = 'outgoing' and c.outcome = 'answered'),
    count(*) filter (where c.direction = 'outgoing' and c.outcome = 'missed')
from call as c
join source as s using (source_id)
where not c.is_internal
group by c.source_id, c.hour_start, c.local_date, c.line;
