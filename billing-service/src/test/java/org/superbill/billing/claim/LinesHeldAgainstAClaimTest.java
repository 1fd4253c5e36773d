package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edits.SameDayHistory.SentLine;
import org.superbill.billing.testing.Facts;

/** Which of the lines that were sent for a patient are held against a claim. */
class LinesHeldAgainstAClaimTest {
    private static final UUID OTHER_ENCOUNTER = UUID.randomUUID();

    private final Facts facts = new Facts();
    private final UUID payer = facts.payer.payerId();
    private final UUID encounter = facts.encounter.encounterId();
    private final List<SentLineStore.Found> found = new ArrayList<>();

    private void sent(UUID ofEncounter, UUID claim, UUID toPayer, boolean part, boolean institutional, int line) {
        found.add(new SentLineStore.Found(
                facts.patient.patientId(),
                ofEncounter,
                part,
                new SentLine(
                        claim,
                        "1000",
                        toPayer,
                        facts.encounter.practitionerId(),
                        institutional,
                        line,
                        "99213",
                        List.of(),
                        BigDecimal.ONE,
                        100,
                        Facts.ON,
                        null)));
    }

    private List<SentLine> besides() {
        return SentLines.besides(facts.build(), found);
    }

    @Test
    void aClaimIsNotHeldAgainstItselfNorAgainstTheSameServicesToAnotherPayer() {
        sent(encounter, UUID.randomUUID(), payer, false, false, 1);
        sent(encounter, UUID.randomUUID(), UUID.randomUUID(), false, false, 1);
        sent(encounter, UUID.randomUUID(), payer, false, true, 7);
        assertThat(besides()).isEmpty();
    }

    @Test
    void aServiceThatTwoPayersHaveCountsOnceAndAsThisPayerHasIt() {
        var first = UUID.randomUUID();
        sent(OTHER_ENCOUNTER, UUID.randomUUID(), first, false, false, 1);
        sent(OTHER_ENCOUNTER, UUID.randomUUID(), payer, false, false, 1);
        sent(OTHER_ENCOUNTER, UUID.randomUUID(), UUID.randomUUID(), false, false, 1);
        sent(OTHER_ENCOUNTER, UUID.randomUUID(), first, false, false, 2);
        assertThat(besides()).extracting(SentLine::payerId).containsExactly(payer, first);
    }

    @Test
    void theOtherPartsOfAnEncounterCount() {
        var own = UUID.randomUUID();
        sent(encounter, own, payer, true, false, 2);
        sent(encounter, own, payer, true, false, 9); // a line that an amendment took away
        sent(encounter, UUID.randomUUID(), payer, true, false, 51);
        assertThat(besides()).extracting(SentLine::lineNumber).containsExactly(51);
    }
}
