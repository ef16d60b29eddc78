-- The tables of plain-fold.sql and plain-calls.sql in DuckDB, read from files.
create table notification as
select * from read_csv('FOLDER/notification.csv', header = true, columns = {
    'source_id': 'integer', 'pbx_id': 'text', 'event': 'text', 'occurred_at': 'timestamptz',
    'caller': 'text',
    'receiver': 'text', 'status': 'text', 'duration': 'decimal(18, 3)', 'audio_path': 'text'});
create table source as
select * from read_csv('FOLDER/source.csv', header = true, columns = {
    'source_id': 'integer', 'zone': 'text', 'short_call_limit': 'interval',
    'fair_ring': 'interval'});
create table line as
select * from read_csv('FOLDER/line.csv', header = true, columns = {
    'source_id': 'integer', 'number': 'text', 'name': 'text', 'department': 'text'});
create table manager_number as
select * from read_csv('FOLDER/manager_number.csv', header = true, columns = {
    'source_id': 'integer', 'number': 'text', 'manager': 'text', 'department': 'text'});
create table shift as
select * from read_csv('FOLDER/shift.csv', header = true, columns = {
    'source_id': 'integer', 'weekday': 'integer', 'from_time': 'time', 'to_time': 'time'});
create table attempt (
    source_id integer, pbx_id text, attempt_no integer, manager_number text, manager text,
    department text, started_at timestamptz, ended_at timestamptz, outcome text,
    ring_seconds decimal(18, 3), implied boolean, local_date date, busy_in_call boolean,
    talk_seconds decimal(18, 3), transfer_in boolean, transfer_out boolean);
create table call (
    source_id integer, pbx_id text, direction text, started_at timestamptz, answered_at timestamptz,
    ended_at timestamptz,
    line text, line_name text, department text, customer text, customer_key ubigint,
    manager_number text, manager text, outcome text,
    missed_reason text, is_short boolean, wait_seconds decimal(18, 3), talk_seconds decimal(18, 3),
    reported_duration_seconds decimal(18, 3), attempts integer, recording_url text,
    has_voicemail boolean, voicemail_url text, tags text[], hour_start timestamptz,
    local_date date, local_hour smallint,
    in_working_hours boolean, is_internal boolean, is_complete boolean, anomalies text[]);
create schema journal;
create macro journal.customer_key(number) as hash(number);
