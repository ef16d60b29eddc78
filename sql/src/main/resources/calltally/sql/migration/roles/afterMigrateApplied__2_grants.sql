-- Least privilege, granted again whenever a migration has run: a view that was dropped and created
-- again has lost its grants. The statements are made from grants.txt.
${grants}
