-- A new database can take notifications at once; later months are made day by day by the service.
select journal.create_partitions_around(current_date);
