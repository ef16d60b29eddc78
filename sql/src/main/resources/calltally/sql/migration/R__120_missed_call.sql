drop view if exists analytics.missed_call;
drop function if exists analytics.missed_call_at(timestamptz);
drop function if exists calls.judged_missed_call(timestamptz);

create function calls.judged_missed_call(judged_at timestamptz)
    returns table (
        source_id integer,
        pbx_id text,
        customer text,
        line text,
        line_name text,
        department text,
        local_date date,
        missed_at timestamptz,
        wait_seconds numeric,
        missed_reason text,
        state text,
        seconds_to_callback numeric,
        seconds_to_contact numeric,
        called_back_by text
    )
    language sql
    stable
begin atomic
    select
        m.source_id,
        m.pbx_id,
        m.customer,
        m.line,
        c.line_name,
        c.department,
        m.local_date,
        m.missed_at,
        c.wait_seconds,
        c.missed_reason,
        case
            when m.customer is null then 'withheld'
            when m.contact_started_at <= judged_at and m.contact_direction = 'outgoing' then 'returned'
            when m.contact_started_at <= judged_at then 'came_back'
            when judged_at - m.missed_at > s.callback_window then 'expired'
            when m.first_try_started_at <= judged_at then 'tried'
            else 'outstanding'
        end,
        case when m.first_try_started_at <= judged_at then round(extract(epoch from m.first_try_started_at - m.missed_at), 3) end,
        case when m.contact_started_at <= judged_at then round(extract(epoch from m.contact_at - m.missed_at), 3) end,
        case
            when m.contact_started_at <= judged_at and m.contact_direction = 'outgoing' then m.contact_manager
            when m.first_try_started_at <= judged_at then m.first_try_manager
        end
    from calls.missed_call as m
    join calls.call as c using (source_id, pbx_id)
    join config.source as s using (source_id)
    where m.missed_at <= judged_at;
end;
comment on function calls.judged_missed_call(timestamptz) is 'One row per missed call that had ended at the instant given, judged at that instant. The one place where a state is judged; planned as part of the query that reads it, so that a condition on source, date or missed_at finds its index.';

create function analytics.missed_call_at(judged_at timestamptz)
    returns table (
        source text,
        pbx_id text,
        customer text,
        line text,
        missed_at timestamptz,
        missed_reason text,
        state text,
        seconds_to_callback numeric,
        seconds_to_contact numeric,
        called_back_by text
    )
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
begin atomic
    select
        s.name,
        m.pbx_id,
        m.customer,
        m.line,
        m.missed_at,
        m.missed_reason,
        m.state,
        m.seconds_to_callback,
        m.seconds_to_contact,
        m.called_back_by
    from calls.judged_missed_call(judged_at) as m
    join config.source as s using (source_id);
end;
comment on function analytics.missed_call_at(timestamptz) is 'One row per missed incoming call that had ended at the instant given, judged at that instant: returned, came_back, tried, outstanding, expired or withheld. Looks at the customer''s calls that start after the missed call''s end, at or before the instant and within the source''s call-back window (default 7 days). Columns as in analytics.missed_call.';

create view analytics.missed_call as
select
    m.source,
    m.pbx_id,
    m.customer,
    m.line,
    m.missed_at,
    m.missed_reason,
    m.state,
    m.seconds_to_callback,
    m.seconds_to_contact,
    m.called_back_by
from analytics.missed_call_at(now()) as m;

comment on view analytics.missed_call is 'One row per missed incoming call, internal ones apart, judged at the moment of the query (start of its transaction).';
comment on column analytics.missed_call.source is 'Name of the source.';
comment on column analytics.missed_call.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column analytics.missed_call.customer is 'The caller; null when withheld.';
comment on column analytics.missed_call.line is 'The number that he dialled.';
comment on column analytics.missed_call.missed_at is 'Instant of the missed call''s end; its start without one.';
comment on column analytics.missed_call.missed_reason is 'caller_gave_up, no_answer, busy, unavailable, not_offered or unknown.';
comment on column analytics.missed_call.state is 'returned, came_back, tried, outstanding, expired or withheld.';
comment on column analytics.missed_call.seconds_to_callback is 'Seconds from missed_at to the start of the first outgoing call, whatever its result; null without one.';
comment on column analytics.missed_call.seconds_to_contact is 'Seconds from missed_at to the answer of the first answered call in either direction; null without one.';
comment on column analytics.missed_call.called_back_by is 'Manager of the contact when returned, else of the first try; null without one.';
