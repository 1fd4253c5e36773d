package org.superbill.billing.patientaccount;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.sql.Sql;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/**
 * Within how many days an organization returns what patients have paid too much. No federal rule is for all payers' patients: what holds at first is Medicare's of what a
 * provider has collected wrongly, 42 CFR 489.41(b); states have days of their own, which the organization enters.
 */
@ApplicationScoped
class CreditTerms {
    private static final int DAYS_AT_FIRST = 60;
    private static final String SELECT = "select patient_days, revision from credit_terms";
    private static final String PUT = """
            insert into credit_terms (patient_days, revision) values (?, 0)
            on conflict (organization_id) do update set patient_days = excluded.patient_days, revision = credit_terms.revision + 1""";

    private final Sql sql;

    CreditTerms(Sql sql) {
        this.sql = sql;
    }

    /** @param revision absent until the organization has entered its own */
    record Terms(int patientDays, @Nullable Long revision) {
        /** Why these days. */
        String basis() {
            return revision == null
                    ? DeadlineKind.PATIENT_CREDIT.basis()
                    : "The organization returns what a patient has paid too much within %d days".formatted(patientDays);
        }
    }

    @Transactional
    Terms get() {
        return entered(SELECT).orElse(new Terms(DAYS_AT_FIRST, null));
    }

    private Optional<Terms> entered(String select) {
        return sql.list(select, row -> new Terms(row.getInt(1), row.getLong(2))).stream()
                .findFirst();
    }

    /**
     * They hold for credits that come from now on.
     *
     * @param expected absent only when nothing is entered yet
     * @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}
     */
    @Transactional
    Terms put(int patientDays, @Nullable Revision expected) {
        entered(SELECT + " for update").map(Terms::revision).ifPresent(known -> Revision.requireMatch(expected, known));
        sql.update(PUT, patientDays);
        return get();
    }
}
