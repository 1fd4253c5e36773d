-- An approved refund takes the credit from the books; when it is withdrawn the credit is there again, and its days run from when it was shown first (42 CFR 401.305(b)).
alter table refund add column credit_due date;
