-- Who lets the refused claims of a bulk action have another turn answers for these claims, not who had asked for the action. Absent: nobody did.
alter table bulk_action_item add column retried_by text;
