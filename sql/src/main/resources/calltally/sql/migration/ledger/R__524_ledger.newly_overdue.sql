create or replace function ledger.newly_overdue(at timestamptz)
    returns table (
        source_id integer,
        source text,
        customer_key bigint,
        pbx_id text,
        line text,
        department text,
        missed_at timestamptz,
        overdue_since timestamptz,
        details jsonb,
        recipients text[],
        mask_numbers boolean)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
as $$
    -- Those on record as overdue are found by stored facts; only the others are judged.
    with asked as materialized (
        select
            s.source_id,
            s.name,
            array(
                select m.customer_key
                from calls.missed_call as m
                where m.source_id = s.source_id
                    and m.customer not like '~%'
                    and m.missed_at >= newly_overdue.at - s.callback_window
                    and m.missed_at <= newly_overdue.at
                    and m.followed_from <= newly_overdue.at
                    and (m.followed_until is null or m.followed_until > newly_overdue.at)
                    and (m.contact_since is null or m.contact_since > newly_overdue.at)
                except
                select w.customer_key
                from ledger.waiting_caller as w
                where w.source_id = s.source_id
                    and w.settled_at is null
                    and w.overdue_since is not null
            ) as customers
        from config.source as s
        where s.active
            and exists (
                select from config.callback_rule as c
                where c.source_id = s.source_id)
    )
    select
        s.source_id,
        s.name,
        d.customer_key,
        d.pbx_id,
        d.line,
        d.department,
        d.first_missed_at,
        d.overdue_since,
        c.details,
        r.recipients,
        r.mask_numbers
    from asked as s
    cross join lateral analytics.callback_deadlines(
        s.name, newly_overdue.at, of_customers => s.customers) as d
    cross join lateral stats.callback_rule(s.source_id, d.line, d.department) as r
    cross join lateral ledger.caller_details(
        s.name, d.customer_key, d.missed_calls, d.last_missed_at, d.last_pbx_id,
        d.missed_reason, d.line_name, newly_overdue.at) as c
    where cardinality(s.customers) > 0
        and d.overdue_since is not null
        and (not r.in_working_hours
            or stats.line_is_open(s.source_id, d.line, newly_overdue.at))
        and not exists (
            select
            from ledger.waiting_caller as w
            where w.source_id = s.source_id
                and w.customer_key = d.customer_key
                and (w.settled_at is null or w.pbx_id = d.pbx_id)
                and (w.overdue_since is not null or w.settled_at is not null)
            offset 0)
$$;
comment on function ledger.newly_overdue(timestamptz) is
    'Callers who have waited longer than the call-back deadline at the instant and are not on '
    'record as overdue; none of lines whose working hours are over. With who is to be notified.';
