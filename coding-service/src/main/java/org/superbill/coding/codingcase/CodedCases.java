package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The finalized cases, for those who choose which are audited. */
@ApplicationScoped
public class CodedCases {
    private static final String FINALIZED = """
            select id, version, kind, coded_by, coded_at, charge_cents, payer_id, status, passed_through, diagnoses, lines, procedures,
                   row_number() over (partition by coded_by order by coded_at, id) as ordinal
              from coding_case where coded_by is not null and status <> 'VOID'""";
    private static final String HAS_CODE = """
            (exists (select from jsonb_array_elements_text(diagnoses) code where starts_with(code, :code))
              or exists (select from jsonb_array_elements(lines) line where starts_with(line ->> 'procedureCode', :code))
              or exists (select from jsonb_array_elements(procedures) procedure where starts_with(procedure ->> 'code', :code)))""";

    private final EntityManager database;

    CodedCases(EntityManager database) {
        this.database = database;
    }

    /** In the order of the ids. */
    @Transactional
    public List<CodedCase> list(CodedCaseFilter filter) {
        var conditions = new Conditions("true")
                .and("status = :status", "status", (filter.released() ? CaseStatus.RELEASED : CaseStatus.CODED).name())
                .and("coded_at >= :from", "from", filter.from())
                .and("coded_at < :before", "before", filter.before())
                .and("coded_by = :coder", "coder", filter.coder())
                .and(
                        "kind = :kind",
                        "kind",
                        filter.kind() == null ? null : filter.kind().name())
                .and(HAS_CODE, "code", filter.code())
                .and("payer_id = :payer", "payer", filter.payerId())
                .and("charge_cents >= :minimum", "minimum", filter.minimumChargeCents())
                .and("ordinal <= :first", "first", filter.firstCases())
                .and("passed_through = :passed", "passed", filter.passedThrough());
        var query = database.unwrap(Session.class)
                .createNativeQuery("""
                        select id, version, kind, coded_by, coded_at, charge_cents, payer_id, ordinal
                          from (%s) finalized where %s order by id""".formatted(FINALIZED, conditions), Object[].class)
                .setTupleTransformer((row, names) -> row(row));
        conditions.setOn(query);
        return query.getResultList();
    }

    private static CodedCase row(Object[] row) {
        return new CodedCase(
                (UUID) row[0],
                ((Number) row[1]).intValue(),
                CaseKind.valueOf((String) row[2]),
                (String) row[3],
                (Instant) row[4],
                ((Number) row[5]).longValue(),
                (UUID) row[6],
                ((Number) row[7]).longValue());
    }
}
