package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.ServiceDetails;

/** What coding does not look at reaches billing as it came. */
class ClaimContentTest {
    private static final UUID ID = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final ServiceDetails MINUTES =
            new ServiceDetails(null, null, null, 45, null, null, null, null, null, null, null, null, null, null, null);
    private static final ClaimDetails REFERRAL =
            new ClaimDetails(null, null, null, null, null, "R1", null, null, null, null, null, null);

    private static CaseEncounter of(ClaimDetails details, ServiceDetails service) {
        var services = List.of(new EncounterCompleted.Service(
                1, "00810", List.of(), BigDecimal.ONE, 100, DAY, null, null, null, service));
        return new CaseEncounter(
                new EncounterCompleted(
                        ID, 1, ID, ID, ID, List.of(), DAY, services, null, null, null, null, null, null, details),
                CaseKind.PROFESSIONAL);
    }

    private static CodedLine line() {
        return new CodedLine(1, "00810", List.of(), BigDecimal.ONE, List.of(1));
    }

    @Test
    void whatIsSaidOfEncounterAndServiceIsPassedOn() {
        assertThat(of(REFERRAL, MINUTES).claimDetails()).isEqualTo(REFERRAL);
        assertThat(of(REFERRAL, MINUTES).told(line(), CaseKind.PROFESSIONAL).details())
                .isEqualTo(MINUTES);
        assertThat(of(null, MINUTES).told(line(), CaseKind.PROFESSIONAL).details())
                .isEqualTo(MINUTES);
    }

    @Test
    void whatIsNotSaidIsAbsent() {
        assertThat(of(null, null).claimDetails()).isNull();
        assertThat(of(REFERRAL, null).told(line(), CaseKind.PROFESSIONAL).details())
                .isNull();
    }
}
