package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.superbill.coding.cac.Cac;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.servicekit.security.Caller;

/** What coders accepted and rejected, counted by code; row-level security shows an organization its own only. */
@ApplicationScoped
class FeedbackStore {
    private final EntityManager entities;
    private final Caller caller;

    FeedbackStore(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** @param code stored form */
    void count(String system, String code, boolean accepted) {
        entities.createNativeQuery("""
                        insert into cac_feedback (organization_id, system, code, accepted, rejected)
                        values (:organization, :system, :code, :accepted, :rejected)
                        on conflict (organization_id, system, code) do update
                        set accepted = cac_feedback.accepted + excluded.accepted, rejected = cac_feedback.rejected + excluded.rejected
                        """)
                .setParameter("organization", caller.requireOrganization().toString())
                .setParameter("system", system)
                .setParameter("code", code)
                .setParameter("accepted", accepted ? 1L : 0L)
                .setParameter("rejected", accepted ? 0L : 1L)
                .executeUpdate();
    }

    /** By number of decisions, most first. */
    List<CodeFeedback> all() {
        return rows().stream().map(FeedbackStore::view).toList();
    }

    /** Of diagnoses and procedures. */
    Cac.Learned learned() {
        return new Cac.Learned(rows().stream()
                .collect(Collectors.toMap(
                        row -> Cac.Learned.key(row.get("system", String.class), row.get("code", String.class)),
                        row -> Lessons.logOdds(count(row, "accepted"), count(row, "rejected")))));
    }

    private List<Tuple> rows() {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select system, code, accepted, rejected from cac_feedback order by accepted + rejected desc, system, code",
                        Tuple.class)
                .getResultList();
    }

    private static CodeFeedback view(Tuple row) {
        var accepted = count(row, "accepted");
        var rejected = count(row, "rejected");
        var system = row.get("system", String.class);
        var code = row.get("code", String.class);
        return new CodeFeedback(
                system,
                CodeSystem.of(system).map(known -> known.display(code)).orElse(code),
                accepted,
                rejected,
                (double) accepted / (accepted + rejected));
    }

    private static long count(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
