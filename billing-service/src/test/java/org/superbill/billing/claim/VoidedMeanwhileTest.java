package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.Meanwhile;
import org.superbill.servicekit.testing.TestEvents;

/** An encounter is coded and voided at the same moment, each in a transaction that does not see the other's. */
@QuarkusTest
@BillingStack
class VoidedMeanwhileTest {
    @Inject
    ClaimBuilding building;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        practice.registers(facts);
        practice.awaitsKnown(facts);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private void coded() {
        building.coded(List.of(facts.encounter), practice.organization);
    }

    private void voided() {
        building.voided(new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
    }

    private void meanwhile(Runnable one, Runnable other) throws Exception {
        Meanwhile.run(tenancy, practice.organization, one, other);
    }

    @Test
    void whatIsVoidedWhileItsClaimIsBuiltIsNotBilled() throws Exception {
        meanwhile(this::coded, this::voided);
        var claimId = practice.claimOf(facts);
        assertThat(practice.claim(claimId).getBoolean("voided")).isTrue();
        practice.acts(claimId, "submit", "{}", 409);
    }

    @Test
    void whatIsCodedWhileItIsVoidedMakesNoClaim() throws Exception {
        meanwhile(this::voided, this::coded);
        assertThat(practice.get("/api/v1/claims?encounterId=" + facts.encounter.encounterId())
                        .getList("items"))
                .isEmpty();
    }
}
