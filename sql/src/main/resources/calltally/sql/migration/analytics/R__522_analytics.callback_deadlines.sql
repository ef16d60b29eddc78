drop function if exists analytics.callback_deadlines(text, timestamptz, text, text);
create or replace function analytics.callback_deadlines(
    source text,
    at timestamptz,
    of_line text default null,
    of_department text default null,
    of_customers bigint[] default null)
    returns table (
        customer text,
        customer_key bigint,
        missed_calls integer,
        pbx_id text,
        first_missed_at timestamptz,
        last_missed_at timestamptz,
        line text,
        line_name text,
        department text,
        missed_reason text,
        last_pbx_id text,
        overdue_since timestamptz)
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
    set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    asked_source constant integer := stats.source_named(source);
    window_start constant timestamptz := callback_deadlines.at
        - (select s.callback_window from config.source as s where s.source_id = asked_source);
begin
    return query
    with waiting_call as materialized (
        select m.*
        from analytics.judged_missed_call(callback_deadlines.at) as m
        where m.source = callback_deadlines.source
            and m.missed_at >= window_start
            and m.missed_at <= callback_deadlines.at
            and m.state in ('outstanding', 'tried')
            -- Nobody can call a pseudonym.
            and m.customer not like '~%'
            and (of_line is null or m.line = of_line)
            and (of_department is null or m.department = of_department)
            and (of_customers is null
                or m.customer_key in (select c.key from unnest(of_customers) as c (key)))
    ),
    rule as materialized (
        select
            l.line,
            l.department,
            r.deadline,
            extract(epoch from r.deadline) as seconds,
            r.in_working_hours and stats.line_has_hours(asked_source, l.line) as is_in_hours
        from (select distinct w.line, w.department from waiting_call as w) as l
        cross join lateral stats.callback_rule(asked_source, l.line, l.department) as r
    ),
    ruled_call as (
        select w.*, r.deadline, r.seconds, r.is_in_hours
        from waiting_call as w
        join rule as r
            on r.line is not distinct from w.line
            and r.department is not distinct from w.department
    ),
    -- The working time of each line up to the end of each of its shifts. Seconds, not days: a day
    -- of the zone has 23 or 25 hours twice a year.
    shift as materialized (
        select
            l.line,
            h.starts_at,
            extract(epoch from h.ends_at - h.starts_at) as seconds,
            sum(extract(epoch from h.ends_at - h.starts_at))
                over (partition by l.line order by h.starts_at) as total
        from (
            select distinct r.line
            from rule as r
            where r.is_in_hours
                and r.deadline is not null
        ) as l
        cross join stats.days_between(asked_source, window_start, callback_deadlines.at) as d
        cross join lateral stats.line_shift_on(asked_source, l.line, d.day) as h
    ),
    judged_call as (
        select
            w.*,
            case
                when w.missed_at + w.deadline >= callback_deadlines.at then null
                when w.is_in_hours then passed.at
                else w.missed_at + w.deadline
            end as passed_at
        from ruled_call as w
        left join lateral (
            select w.seconds + coalesce(
                    max(h.total - h.seconds
                        + least(h.seconds, extract(epoch from w.missed_at - h.starts_at))),
                    0) as total
            from shift as h
            where h.line is not distinct from w.line
                and h.starts_at <= w.missed_at
                and w.is_in_hours
        ) as due on true
        left join lateral (
            select h.starts_at + interval '1 second'
                    * (due.total - h.total + h.seconds)::double precision as at
            from shift as h
            where h.line is not distinct from w.line
                and h.total > due.total
                and w.is_in_hours
            order by h.starts_at
            limit 1
        ) as passed on true
    ),
    ranked_call as (
        select
            w.*,
            case when w.passed_at < callback_deadlines.at then w.passed_at end as overdue_since,
            count(*) over caller as calls,
            first_value(w.pbx_id) over oldest as first_pbx_id,
            min(w.missed_at) over caller as first_at,
            max(w.missed_at) over caller as last_at,
            first_value(w.pbx_id) over newest as newest_pbx_id,
            first_value(w.missed_reason) over newest as newest_reason,
            row_number() over (
                partition by w.customer_key
                order by
                    case when w.passed_at < callback_deadlines.at then w.passed_at end nulls last,
                    w.missed_at,
                    w.pbx_id collate "C"
            ) as urgency
        from judged_call as w
        window
            caller as (partition by w.customer_key),
            oldest as (
                partition by w.customer_key order by w.missed_at, w.pbx_id collate "C"),
            newest as (
                partition by w.customer_key order by w.missed_at desc, w.pbx_id collate "C" desc)
    )
    select
        r.customer,
        r.customer_key,
        r.calls::integer,
        r.first_pbx_id,
        r.first_at,
        r.last_at,
        r.line,
        r.line_name,
        r.department,
        r.newest_reason,
        r.newest_pbx_id,
        r.overdue_since
    from ranked_call as r
    where r.urgency = 1
    order by r.overdue_since nulls last, r.first_at, r.customer collate "C";
end
$$;
comment on function analytics.callback_deadlines(text, timestamptz, text, text, bigint[]) is
    E'One row per known customer who waits for a call-back (outstanding or tried) at the instant, '
    'whatever day they called, and whether they have waited longer than the call-back deadline: '
    'they are overdue as soon as one of their calls is. The longest overdue first. of_line and '
    'of_department narrow the calls to those of a line or of a department''s lines, of_customers '
    'to customers with these keys. Customers whose number has been replaced with a pseudonym are '
    'left out.\n\n'
    'Columns:\n'
    'customer: The customer''s number.\n'
    'customer_key: Identifies the customer, as in analytics.missed_call_follow_up.\n'
    'missed_calls: Missed and presumed missed calls of theirs that wait.\n'
    'pbx_id: The PBX''s identifier of the first of these calls.\n'
    'first_missed_at: Instant of its end.\n'
    'last_missed_at: Instant of the end of the last of them.\n'
    'line: The number that the customer dialled in the call whose deadline passed first; in the '
    'first call while none has passed. The next two columns belong to it.\n'
    'line_name: Its name in the directory; null without an entry.\n'
    'department: Its department; null when not given.\n'
    'missed_reason: Why the last of the calls was missed; null when presumed.\n'
    'last_pbx_id: The PBX''s identifier of the last of the calls.\n'
    'overdue_since: When the deadline of the line passed, in its working hours; null while it has '
    'not, and for lines without one.';
