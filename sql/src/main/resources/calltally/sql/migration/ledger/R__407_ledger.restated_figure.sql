create or replace function ledger.restated_figure(
    asked_source_id integer,
    asked_kind text,
    of_line text,
    of_department text,
    of_manager text,
    of_subscription text)
    returns table (
        local_date date,
        figure text,
        printed_value numeric,
        value numeric)
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    with printed as (
        select distinct on (p.local_date, p.figure)
            p.local_date,
            p.figure,
            p.value
        from ledger.report_run as r
        join ledger.printed_figure as p using (source_id, run_id)
        where r.source_id = asked_source_id
            and r.kind = asked_kind
            and r.line is not distinct from of_line
            and r.department is not distinct from of_department
            and r.manager is not distinct from of_manager
            and (of_subscription is null or r.subscription = of_subscription)
        order by p.local_date, p.figure, p.run_id desc
    ),
    bounds as (
        select
            min(p.local_date) as from_date,
            max(p.local_date) + 1 as until_date
        from printed as p
    )
    select
        p.local_date,
        p.figure,
        p.value as printed_value,
        f.value
    from bounds as b
    cross join lateral ledger.daily_figure(
        asked_source_id, b.from_date, b.until_date, of_line, of_department, of_manager) as f
    join printed as p using (local_date, figure)
    where p.value <> f.value
    order by p.local_date, p.figure
$$;
comment on function ledger.restated_figure(integer, text, text, text, text, text) is
    'One row per figure of a local date that now differs from what was last printed by a run of '
    'the same kind, line, department and manager that covered the date; only runs of the '
    'subscription, where one is given.';
