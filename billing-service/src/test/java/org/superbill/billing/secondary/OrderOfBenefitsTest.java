package org.superbill.billing.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Facts;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.Relationship;

class OrderOfBenefitsTest {
    private static OrderOfBenefits.Registered benefit(
            String name, String kind, Relationship relationship, @Nullable String subscribersBirthDate) {
        var facts = new Facts();
        var payer = new PayerChanged(UUID.randomUUID(), name, "1", kind, facts.payer.profile());
        var subscriber = subscribersBirthDate == null
                ? null
                : new CoverageChanged.Subscriber("PAT", null, "DOE", LocalDate.parse(subscribersBirthDate), null, null);
        return new OrderOfBenefits.Registered(
                new CoverageChanged(
                        UUID.randomUUID(),
                        facts.patient.patientId(),
                        payer.payerId(),
                        "W1",
                        null,
                        null,
                        1,
                        relationship,
                        subscriber,
                        LocalDate.parse("2026-01-01"),
                        null),
                payer);
    }

    private static List<String> order(OrderOfBenefits.Registered... registered) {
        return OrderOfBenefits.of(List.of(registered)).stream()
                .map(OrderOfBenefits.Turn::payerName)
                .toList();
    }

    @Test
    void medicaidPaysLastAndWhoIsLiablePaysFirst() {
        assertThat(order(
                        benefit("Medicaid", "MC", Relationship.self, null),
                        benefit("Plan", "CI", Relationship.self, null),
                        benefit("Work", "WC", Relationship.self, null)))
                .containsExactly("Work", "Plan", "Medicaid");
    }

    @Test
    void theOwnPlanPaysBeforeTheSpouses() {
        assertThat(order(
                        benefit("Spouse's", "CI", Relationship.spouse, "1980-01-01"),
                        benefit("Own", "CI", Relationship.self, null)))
                .containsExactly("Own", "Spouse's");
    }

    @Test
    void ofParentsTheBirthdayInTheYearCountsAndNotTheAge() {
        assertThat(order(
                        benefit("December", "CI", Relationship.child, "1970-12-01"),
                        benefit("March", "CI", Relationship.child, "1990-03-01")))
                .containsExactly("March", "December");
    }

    @Test
    void medicarePaysAfterAnEmployersPlan() {
        assertThat(order(
                        benefit("Medicare", "MB", Relationship.self, null),
                        benefit("Employer", "CI", Relationship.self, null)))
                .containsExactly("Employer", "Medicare");
    }

    @Test
    void whatNoRuleTellsStaysAsItWasRegistered() {
        assertThat(order(benefit("B", "CI", Relationship.self, null), benefit("A", "CI", Relationship.self, null)))
                .containsExactly("B", "A");
    }
}
