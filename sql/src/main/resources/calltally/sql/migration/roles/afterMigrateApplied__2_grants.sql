-- Least privilege, granted again after every migration: a view that was dropped and created again
-- has lost its grants. The statements are made from grants.txt.
${grants}
