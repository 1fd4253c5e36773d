package org.superbill.billing.uncovered;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.sql.Sql;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

/** Keeps them until a coding names a coverage or the encounter is voided. */
@ApplicationScoped
public class UncoveredEncounters {
    private final Sql sql;
    private final Clock clock;

    UncoveredEncounters(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Of this coding there is no claim. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(EncounterCoded coding) {
        var uncovered = UncoveredEncounter.of(coding, clock.instant());
        sql.update(
                "insert into uncovered_encounter (coding_case_id, encounter_id, patient_id, kind, service_date, charge_cents, coded_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                uncovered.codingCaseId(),
                uncovered.encounterId(),
                uncovered.patientId(),
                uncovered.kind(),
                uncovered.serviceDate(),
                uncovered.chargeCents(),
                uncovered.codedAt().atOffset(ZoneOffset.UTC));
    }

    /** Newer codings have come, which may be without coverage again; in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void amended(List<EncounterCoded> codings) {
        if (!codings.isEmpty()) {
            var cases = codings.stream().map(EncounterCoded::codingCaseId).toArray(UUID[]::new);
            sql.run("delete from uncovered_encounter where coding_case_id = any(?)", (connection, statement) -> {
                statement.setArray(1, connection.createArrayOf("uuid", cases));
                return statement.executeUpdate();
            });
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void voided(UUID encounterId) {
        sql.update("delete from uncovered_encounter where encounter_id = ?", encounterId);
    }

    @Transactional
    Page<UncoveredEncounter> list(PageRequest page) {
        List<UncoveredEncounter> found = sql.list(
                "select * from uncovered_encounter where coding_case_id > ? order by coding_case_id limit ?",
                row -> new UncoveredEncounter(
                        row.getObject("coding_case_id", UUID.class),
                        row.getObject("encounter_id", UUID.class),
                        row.getObject("patient_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("service_date", LocalDate.class),
                        row.getLong("charge_cents"),
                        row.getObject("coded_at", OffsetDateTime.class).toInstant()),
                page.after(),
                page.fetch());
        return Page.of(found, page, UncoveredEncounter::codingCaseId);
    }
}
