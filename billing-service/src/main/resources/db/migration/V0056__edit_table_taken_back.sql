-- What a check of claims said on a day of the past depends on which releases were in use then, also on those that were taken back since. So a release that edits have used
-- is kept when it is taken back, with its rows (some 12 MB for the largest): it counts for nothing, and its label is free again.
alter table edit_table_release add column taken_back_at timestamptz;
alter table edit_table_release drop constraint edit_table_release_table_id_label_key;
create unique index edit_table_release_label on edit_table_release (table_id, label) where taken_back_at is null;
grant update (taken_back_at) on edit_table_release to ${service_role};
