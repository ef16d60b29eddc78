-- How long a source's reports stay in the archive.

alter table config.retention add column report_months integer;
alter table config.retention add constraint retention_of_reports_is_positive check (report_months > 0);
comment on column config.retention.report_months is 'Months for which its reports stay in the archive. Null: as long as the configuration keeps reports of all sources.';
