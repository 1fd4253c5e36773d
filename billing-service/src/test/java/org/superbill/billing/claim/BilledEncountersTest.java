package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of an encounter keep its place, whoever leaves; no other one is given it. */
class BilledEncountersTest {
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final BilledEncounters encounters = new BilledEncounters(first, 1);

    @BeforeEach
    void twoAreBilled() {
        encounters.gathers("month:2026-03");
        encounters.add(second);
        assertThat(encounters.places()).containsExactly(0, 1);
    }

    @Test
    void whoComesAfterTheLastHasLeftIsNotGivenItsPlace() {
        encounters.remove(second);
        assertThat(encounters.nextPlace()).isEqualTo(2);
        encounters.add(UUID.randomUUID());
        assertThat(encounters.places()).containsExactly(0, 2);
        encounters.add(UUID.randomUUID());
        assertThat(encounters.places()).containsExactly(0, 2, 3);
    }

    @Test
    void theOthersKeepTheirPlacesWhenTheFirstLeaves() {
        encounters.remove(first);
        assertThat(encounters.first()).isEqualTo(second);
        assertThat(encounters.places()).containsExactly(1);
        assertThat(encounters.nextPlace()).isEqualTo(2);
    }

    @Test
    void aFurtherClaimOfTheSameEncountersGivesTheSamePlaces() {
        encounters.remove(second);
        var further = new BilledEncounters(first, 2);
        further.gatherWith(encounters);
        assertThat(further.nextPlace()).isEqualTo(2);
    }
}
