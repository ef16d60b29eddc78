-- The ledger: which reports were made, and what they said of each day. Not derived; a rebuild leaves it as it is.

create schema ledger;
comment on schema ledger is 'What was reported. Rows are added and never changed.';

create table ledger.run (
    source_id      integer       not null,
    run_id         bigint        generated always as identity,
    kind           text          not null,
    line           text,
    department     text,
    manager        text,
    from_date      date          not null,
    until_date     date          not null,
    generated_at   timestamptz   not null,
    rendered_at    timestamptz   not null,
    constraint run_pk primary key (source_id, run_id),
    constraint run_belongs_to_source foreign key (source_id) references config.source,
    constraint run_kind_is_not_blank check (btrim(kind) <> ''),
    constraint run_has_a_period check (from_date < until_date)
);
comment on table ledger.run is 'One row per report that was made: a kind of report of a source, a period and perhaps a line, department or manager.';
comment on column ledger.run.source_id is 'The source.';
comment on column ledger.run.run_id is 'Order in which they were made.';
comment on column ledger.run.kind is 'Kind of report: daily, weekly and so on.';
comment on column ledger.run.line is 'The line that it tells of; null for all.';
comment on column ledger.run.department is 'The department that it tells of; null for all.';
comment on column ledger.run.manager is 'The manager that it tells of; null for all.';
comment on column ledger.run.from_date is 'First local date of its period.';
comment on column ledger.run.until_date is 'First local date after it.';
comment on column ledger.run.generated_at is 'The instant at which its figures were read and call-backs judged.';
comment on column ledger.run.rendered_at is 'When it was written.';

create index run_by_kind on ledger.run (source_id, kind, run_id);
comment on index ledger.run_by_kind is 'Serves ledger.restated_figure: the earlier runs of the same kind.';

create table ledger.printed_figure (
    source_id    integer   not null,
    run_id       bigint    not null,
    local_date   date      not null,
    figure       text      not null,
    value        numeric   not null,
    constraint printed_figure_pk primary key (source_id, run_id, local_date, figure),
    constraint printed_figure_belongs_to_run foreign key (source_id, run_id) references ledger.run
);
comment on table ledger.printed_figure is 'One row per figure of a local date as a run knew it: the dates of its period, and those of earlier periods that it restated.';
comment on column ledger.printed_figure.source_id is 'The source.';
comment on column ledger.printed_figure.run_id is 'The run.';
comment on column ledger.printed_figure.local_date is 'Local date that the figure tells of.';
comment on column ledger.printed_figure.figure is 'Name of the figure, as ledger.daily_figure gives it.';
comment on column ledger.printed_figure.value is 'Its value.';

create function ledger.refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'ledger is append-only: % on %.% refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
comment on function ledger.refuse_change() is 'Trigger: stops changes of what was reported.';

create trigger printed_figure_is_append_only
    before update or delete or truncate on ledger.printed_figure
    for each statement execute function ledger.refuse_change();
