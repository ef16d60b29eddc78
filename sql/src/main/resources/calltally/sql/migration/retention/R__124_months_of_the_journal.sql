-- Lets a new database store notifications at once; the service creates later months every day.
select journal.create_partitions_around(current_date);
