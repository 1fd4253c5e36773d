package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Facts;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;

class MedicareSecondaryTest {
    private final Facts facts = new Facts();

    private String type(String filingIndicator, String primary, String bornOn, String stated) {
        var payer = facts.payer;
        facts.payer = new PayerChanged(
                payer.payerId(), payer.name(), payer.payerIdentifier(), filingIndicator, payer.profile());
        var patient = facts.patient;
        facts.patient = new PatientChanged(
                patient.patientId(),
                patient.firstName(),
                patient.middleName(),
                patient.lastName(),
                LocalDate.parse(bornOn),
                patient.sex(),
                patient.address(),
                null);
        var prior = new PriorPayer(
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "KEY",
                "1",
                primary,
                facts.coverage,
                null,
                BigDecimal.ONE,
                List.of(),
                List.of(),
                Facts.ON,
                List.of());
        return MedicareSecondary.insuranceType(facts.build(), List.of(prior), stated);
    }

    @Test
    void aGroupPlanBeforeMedicareIsToldByThePatientsAgeOnTheDateOfService() {
        assertThat(type("MB", "CI", "1961-03-02", null)).isEqualTo("12");
        assertThat(type("MB", "CI", "1961-03-03", null)).isEqualTo("43");
    }

    @Test
    void otherPrimariesAreToldByTheirKind() {
        assertThat(type("MB", "WC", "1950-01-01", null)).isEqualTo("15");
        assertThat(type("MB", "AM", "1950-01-01", null)).isEqualTo("14");
        assertThat(type("MB", "LM", "1950-01-01", null)).isEqualTo("47");
        assertThat(type("MB", "VA", "1950-01-01", null)).isEqualTo("42");
    }

    @Test
    void whatAPersonStatesCounts() {
        assertThat(type("MB", "CI", "1950-01-01", "13")).isEqualTo("13");
    }

    @Test
    void anotherPayerThanMedicareIsToldNothing() {
        assertThat(type("CI", "CI", "1950-01-01", "12")).isNull();
    }
}
