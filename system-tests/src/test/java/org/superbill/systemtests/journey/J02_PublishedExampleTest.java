package org.superbill.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;
import org.superbill.systemtests.role.Visit;

/** The facts of the standard's professional example 1 become the claim that the standard prints. */
@ExtendWith(RunningSystem.class)
@DisplayName("2. The published professional example")
class J02_PublishedExampleTest {
    private static final String FIRST = "2026-03-03";
    private static final String SECOND = "2026-03-10";

    @Test
    void theClaimEqualsTheExampleAndThePatientOwesWhatTheRemittanceSays(SuperbillSystem system) {
        var practice = Practice.opens(system, Facts.resource("j02-organization.json"));
        var clinic = practice.clinic();
        var practitioner = clinic.registersPractitioner("""
                {"npi": "1912301953", "firstName": "BEN", "lastName": "KILDARE", "taxonomyCode": "203BF0100Y"}
                """);
        var office = clinic.registersLocation(Facts.OFFICE);
        var payer = clinic.registersPayer(Facts.resource("j02-payer.json"));
        var patient = clinic.registersPatient("""
                {"firstName": "TED", "lastName": "SMITH", "birthDate": "1973-05-01", "sex": "male",
                 "address": {"line1": "236 N MAIN ST", "city": "MIAMI", "state": "FL", "postalCode": "33413"}}
                """);
        var coverage = clinic.registersCoverage(patient, """
                {"payerId": "%s", "memberId": "JS00111223333", "groupNumber": "2222-SJ", "sequence": 1,
                 "relationshipToSubscriber": "child", "subscriber": {"firstName": "JANE", "lastName": "SMITH"},
                 "effectiveFrom": "2026-01-01"}
                """.formatted(payer));
        var encounter = clinic.completesEncounter(
                patient,
                practitioner,
                office,
                FIRST,
                "[%s, %s, %s, %s]"
                        .formatted(
                                Facts.service("99213", 40_00, FIRST),
                                Facts.service("87070", 15_00, FIRST),
                                Facts.service("99214", 35_00, SECOND),
                                Facts.service("86663", 10_00, SECOND)));
        var visit = new Visit(encounter, patient, coverage, payer);
        practice.coder().codes(visit, """
                        {"diagnoses": ["J020", "Z1159"], "lines": [%s, %s, %s, %s]}
                        """.formatted(
                        Facts.line(1, "99213", 1),
                        Facts.line(2, "87070", 1),
                        Facts.line(3, "99214", 2),
                        Facts.line(4, "86663", 2)));

        var biller = practice.biller();
        var claimId = biller.receivesClaim(visit);
        biller.submits(claimId, "{\"clearinghouseClaimNumber\": \"17312345600006351\"}");
        biller.seesTransport(claimId, "accepted");
        var sent = biller.x12(claimId);
        assertThat(X12Text.comparable(sent)).isEqualTo(X12Text.comparable(Facts.resource("j02-expected.837")));

        practice.payer().reachesPaymentDate();
        biller.seesAdjudication(claimId, "paid");
        var remittances = biller.received("835");
        assertThat(remittances).hasSize(1);
        var patientResponsibility = patientResponsibilityCents(remittances.get(0));
        assertThat(patientResponsibility).isPositive();
        assertThat(practice.books().patientBalance(patient)).isEqualTo(patientResponsibility);
        assertThat(biller.claim(claimId).at("/money/insuranceBalanceCents").asLong())
                .isZero();
        practice.books().areCoherent();
    }

    /** The PR amounts of all CAS segments: what the remittance leaves to the patient. */
    private static long patientResponsibilityCents(String remittance) {
        var sum = BigDecimal.ZERO;
        for (List<String> segment : X12Text.segments(remittance)) {
            if (segment.get(0).equals("CAS") && segment.get(1).equals("PR")) {
                for (var amount = 3; amount < segment.size(); amount += 3) {
                    sum = sum.add(new BigDecimal(segment.get(amount)));
                }
            }
        }
        return sum.movePointRight(2).longValueExact();
    }
}
