package org.superbill.gateway.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    private static final Instant AT = Instant.parse("2026-03-02T15:04:05.123456Z");

    @Test
    void theHashDependsOnTheLinkBefore() {
        var other = AuditEntry.BEGINNING.clone();
        other[0] = 1;

        assertThat(entry("a", "b").hashAfter(AuditEntry.BEGINNING))
                .hasSize(32)
                .isEqualTo(entry("a", "b").hashAfter(AuditEntry.BEGINNING))
                .isNotEqualTo(entry("a", "b").hashAfter(other));
    }

    @Test
    void textMovedFromOneFieldToTheNextIsAnotherEntry() {
        assertThat(entry("ab", "c").hashAfter(AuditEntry.BEGINNING))
                .isNotEqualTo(entry("a", "bc").hashAfter(AuditEntry.BEGINNING));
        assertThat(entry("a\n1:b", "c").hashAfter(AuditEntry.BEGINNING))
                .isNotEqualTo(entry("a", "b\n1:c").hashAfter(AuditEntry.BEGINNING));
    }

    @Test
    void anAbsentFieldIsNotAnEmptyOneAndNotADash() {
        assertThat(entry(null, "c").hashAfter(AuditEntry.BEGINNING))
                .isNotEqualTo(entry("", "c").hashAfter(AuditEntry.BEGINNING))
                .isNotEqualTo(entry("-", "c").hashAfter(AuditEntry.BEGINNING));
    }

    @Test
    void theTimeIsTheOneThatTheDatabaseKeeps() {
        assertThat(entry(AT.plusNanos(789), "a", "b").hashAfter(AuditEntry.BEGINNING))
                .isEqualTo(entry(AT, "a", "b").hashAfter(AuditEntry.BEGINNING));
    }

    @Test
    void whoseDataItWasIsAPartOfItWhereSomebodyIsNamedAndElseTheHashIsThatOfBefore() {
        var one = new UUID(-1, 2);
        var other = new UUID(1, 2);
        assertThat(HexFormat.of().formatHex(entry("a", "b").hashAfter(AuditEntry.BEGINNING)))
                .isEqualTo("f167b3d8a48b7675d72057394d3d76a0d5a9ad881f67efe8d16db6823d584663");
        assertThat(entry(AT, "a", "b", one, other).hashAfter(AuditEntry.BEGINNING))
                .isEqualTo(entry(AT, "a", "b", other, one, other).hashAfter(AuditEntry.BEGINNING))
                .isNotEqualTo(entry(AT, "a", "b", one).hashAfter(AuditEntry.BEGINNING))
                .isNotEqualTo(entry("a", "b").hashAfter(AuditEntry.BEGINNING));
    }

    private static AuditEntry entry(String entityId, String outcome) {
        return entry(AT, entityId, outcome);
    }

    private static AuditEntry entry(Instant at, String entityId, String outcome, UUID... patients) {
        var id = UUID.fromString("01966f2e-7c1a-7bd0-8f0e-3f6f5a1c2b11");
        return new AuditEntry(
                "01966f2d",
                1,
                id,
                at,
                "patient-service",
                "a",
                "getPatient",
                "patient",
                entityId,
                outcome,
                null,
                null,
                null,
                List.of(patients));
    }
}
