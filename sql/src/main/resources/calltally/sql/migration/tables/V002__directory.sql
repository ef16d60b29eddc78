-- The managers behind numbers, and the names of the dialled lines.

create schema directory;

create extension if not exists btree_gist with schema public;

create table directory.manager_number (
    source_id    integer   not null,
    number       text      not null,
    valid_from   date,
    valid_until  date,
    manager      text      not null,
    department   text,
    constraint manager_number_belongs_to_source foreign key (source_id) references config.source,
    constraint manager_number_has_one_manager_a_day exclude using gist (
        source_id with =, number with =, daterange(valid_from, valid_until) with &&),
    constraint manager_is_not_blank check (btrim(manager) <> ''),
    constraint manager_number_dates_are_in_order check (valid_from < valid_until)
);

create table directory.line (
    source_id    integer   not null,
    number       text      not null,
    valid_from   date,
    valid_until  date,
    name         text      not null,
    department   text,
    constraint line_belongs_to_source foreign key (source_id) references config.source,
    constraint line_has_one_name_a_day exclude using gist (
        source_id with =, number with =, daterange(valid_from, valid_until) with &&),
    constraint line_name_is_not_blank check (btrim(name) <> ''),
    constraint line_dates_are_in_order check (valid_from < valid_until)
);
