create or replace view ${stats}.journal_date as
with recursive source_day as (
    select
        s.source_id,
        s.zone,
        (
            select min(n.occurred_at)
            from journal.notification as n
            where n.source_id = s.source_id
                and n.occurred_at > '-infinity'
        ) as at
    from config.source as s
    union all
    -- Steps from each day to the first notification after its end.
    select
        d.source_id,
        d.zone,
        (
            select n.occurred_at
            from journal.notification as n
            where n.source_id = d.source_id
                and n.occurred_at >= ((d.at at time zone d.zone)::date + 1)::timestamp
                    at time zone d.zone
            order by n.occurred_at
            limit 1
        )
    from source_day as d
    where d.at < 'infinity'
)
select
    d.source_id,
    (d.at at time zone d.zone)::date as local_date
from source_day as d
where d.at < 'infinity'
union
select
    n.source_id,
    (n.received_at at time zone s.zone)::date
from journal.notification_other as n
join config.source as s using (source_id)
where n.occurred_at = '-infinity';
comment on view ${stats}.journal_date is
    'One row per source and local date on which the journal has anything: what a rebuild computes.';
comment on column ${stats}.journal_date.source_id is 'The source.';
comment on column ${stats}.journal_date.local_date is
    'Local date of a notification''s occurred_at; of its arrival for events without a time.';
