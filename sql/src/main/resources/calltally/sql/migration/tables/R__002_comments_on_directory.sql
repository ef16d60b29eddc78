-- Comments on the tables and indexes of the schema directory.

comment on schema directory is
    'Managers and lines of each source. May be empty: a number in no directory stands for itself.';

comment on table directory.manager_number is
    'One row per number or extension of a manager, with the local dates on which it is the '
    'manager''s. A call uses the row valid on its local date.';
comment on column directory.manager_number.source_id is 'The source.';
comment on column directory.manager_number.number is
    'The number as notifications carry it after normalisation: E.164 or an extension.';
comment on column directory.manager_number.valid_from is
    'First local date on which the number is the manager''s; null for unbounded.';
comment on column directory.manager_number.valid_until is
    'First local date on which it no longer is; null for unbounded.';
comment on column directory.manager_number.manager is
    'The person''s name; identifies the manager within the source.';
comment on column directory.manager_number.department is
    'The manager''s department; null when not given.';

comment on table directory.line is
    'One row per line (the number that customers dial), with the local dates on which the entry '
    'is valid.';
comment on column directory.line.source_id is 'The source.';
comment on column directory.line.number is 'The dialled number after normalisation.';
comment on column directory.line.valid_from is
    'First local date on which the entry is valid; null for unbounded.';
comment on column directory.line.valid_until is
    'First local date on which it no longer is; null for unbounded.';
comment on column directory.line.name is 'The line''s name in reports.';
comment on column directory.line.department is
    'The department that the line serves; null when not given.';
