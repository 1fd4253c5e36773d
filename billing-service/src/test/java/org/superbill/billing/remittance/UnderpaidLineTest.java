package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** Medicare's fee of a line is that of its own place: 11 is an office, 22 a hospital's outpatient department. */
class UnderpaidLineTest {
    private static UnaryOperator<EncounterCoded.Line> at(@Nullable String place) {
        return line -> Details.line(line, Details.service(null, null, null, place, null, null, null, null));
    }

    private static boolean isComparedAsInFacility(@Nullable String place) {
        var facts = new Facts().eachLine(at(place)).build(); // whose location is an office
        var content = new ClaimContent(UUID.randomUUID(), 1, "SB1000000V1", "1", null, null, null, facts);
        var line = new AllowedLine(facts.encounter().lines().get(0), Cents.of(120_00), true);
        var judged = new Postings.Judged(UUID.randomUUID(), content, PayerOfClaim.own(content), List.of(line));
        return Booking.compared(judged).toList().get(0).inFacility();
    }

    @Test
    void aLineIsComparedAtItsOwnPlaceElseAtTheClaims() {
        assertThat(isComparedAsInFacility(null)).isFalse();
        assertThat(isComparedAsInFacility("22")).isTrue();
        assertThat(isComparedAsInFacility("11")).isFalse();
    }
}
