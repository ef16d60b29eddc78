-- Runs after plain-fold.sql: the calls, with what their attempts tell.

analyze attempt;

insert into call
with customer as materialized (
    select d.customer, journal.customer_key(d.customer) as customer_key
    from (select distinct v.customer from verdict as v) as d
),
rings as (
    select
        a.source_id,
        a.pbx_id,
        count(*) as attempts,
        bool_and(a.implied or (a.started_at is not null and a.ended_at is not null))
            as are_complete,
        bool_or(a.outcome = 'caller_gave_up') as gave_up,
        bool_or(a.outcome = 'no_answer') as no_answer,
        bool_or(a.outcome = 'busy') as busy,
        bool_or(a.outcome in ('unavailable', 'other')) as unavailable
    from attempt as a
    group by a.source_id, a.pbx_id
),
classified as (
    select
        v.*,
        r.attempts,
        r.are_complete,
        case when v.is_outgoing then 'outgoing' else 'incoming' end as direction,
        case
            when v.is_outgoing or v.outcome <> 'missed' then null
            when r.attempts is null and v.status = 'busy' then 'busy'
            when r.attempts is null then 'not_offered'
            when r.no_answer then 'no_answer'
            when r.gave_up then 'caller_gave_up'
            when r.busy then 'busy'
            when r.unavailable then 'unavailable'
            else 'unknown'
        end as missed_reason,
        case when not v.start_missing then round(
            extract(epoch from case v.outcome
                when 'answered' then v.answered_at
                when 'missed' then v.ended_at
            end - v.started_at),
            3
        ) end as wait_seconds,
        case
            when v.is_outgoing then v.caller
            when v.outcome = 'answered' then v.answered_by
        end as manager_number
    from verdict as v
    left join rings as r using (source_id, pbx_id)
)
select
    j.source_id,
    j.pbx_id,
    j.direction,
    j.started_at,
    j.answered_at,
    j.ended_at,
    j.line,
    l.name,
    l.department,
    j.customer,
    k.customer_key,
    j.manager_number,
    coalesce(m.manager, j.manager_number),
    j.outcome,
    j.missed_reason,
    coalesce(
        j.missed_reason in ('caller_gave_up', 'not_offered')
        and j.wait_seconds < extract(epoch from s.short_call_limit),
        false),
    j.wait_seconds,
    case when j.outcome = 'answered'
        then round(extract(epoch from j.ended_at - j.answered_at), 3) end,
    j.duration,
    coalesce(j.attempts, 0),
    j.recording_url,
    j.has_voicemail,
    j.voicemail_url,
    null,
    date_trunc('hour', j.local_start) at time zone s.zone,
    j.local_date,
    extract(hour from j.local_start),
    h.weekday is not null,
    false,
    not j.start_missing and j.ended_at is not null and coalesce(j.are_complete, true),
    case when j.start_missing then array['start_missing'] else array[]::text[] end
from classified as j
join source as s using (source_id)
left join customer as k on k.customer = j.customer
left join line as l on l.source_id = j.source_id and l.number = j.line
left join manager_number as m on m.source_id = j.source_id and m.number = j.manager_number
left join shift as h
    on h.source_id = j.source_id
    and h.weekday = extract(isodow from j.local_date)
    and cast(j.local_start as time) >= h.from_time
    and cast(j.local_start as time) < h.to_time;
