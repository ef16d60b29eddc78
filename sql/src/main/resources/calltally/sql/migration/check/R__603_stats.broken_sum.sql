create or replace view stats.broken_sum as
with broken as (
    select l.source_id, l.local_date, l.rule, l.expected, l.found
    from stats.broken_line_sum as l
    union all
    select m.source_id, m.local_date, m.rule, m.expected, m.found
    from stats.broken_manager_sum as m
    union all
    select q.source_id, q.local_date, q.rule, q.expected, q.found
    from stats.broken_quality_sum as q
)
select
    b.source_id,
    b.local_date,
    b.rule,
    b.expected,
    b.found
from broken as b
-- Statistics outlive the rows that they were computed from.
where not exists (
    select from journal.horizon as h
    where h.source_id = b.source_id
        and b.local_date < h.statistics_from);
comment on view stats.broken_sum is
    'One row per source, local date and violated rule; empty when all sums reconcile. Dates whose '
    'calls or notifications are no longer kept are not judged. Reads all calls and attempts, '
    'which takes seconds per million. Read it in the time zone UTC, as the refresh writes: a '
    'call-back window of days is counted in hours.';
comment on column stats.broken_sum.source_id is 'The source.';
comment on column stats.broken_sum.local_date is 'Local date of the start of the calls.';
comment on column stats.broken_sum.rule is 'What should hold, in words.';
comment on column stats.broken_sum.expected is
    'The left side, from calls and attempts; null for a day that they do not have.';
comment on column stats.broken_sum.found is
    'The right side, from the statistics; null for a day that they do not have.';
