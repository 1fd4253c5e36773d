package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** What is told of a claim is what its form says, and no more. */
class ClaimSaysTest {
    private static EncounterCoded.Line ordered(EncounterCoded.Line line) {
        return Details.line(line, Details.service(null, null, null, null, null, Details.ROSS, null, "0300"));
    }

    @Test
    void aFacilitysLinesNameNobodyWhoHasOrdered() {
        var professional = new Facts().eachLine(ClaimSaysTest::ordered).build();
        assertThat(ClaimSays.of(professional).providers())
                .extracting(ClaimSays.Provider::role)
                .containsExactly("rendering", "ordering", "ordering");
        var facility = new Facts().atFacility(Details.outpatient()).eachLine(ClaimSaysTest::ordered);
        assertThat(ClaimSays.of(facility.build()).providers())
                .extracting(ClaimSays.Provider::role)
                .containsExactly("attending");
    }

    @Test
    void onlyAnInpatientsVisitSaysWhenTheStayBegan() {
        var visit = new Facts();
        visit.encounter = admitted(visit.encounter, "office");
        assertThat(ClaimSays.of(visit.build()).dates()).isEmpty();
        visit.encounter = admitted(visit.encounter, "inpatient");
        assertThat(ClaimSays.of(visit.build()).dates())
                .extracting(ClaimSays.Day::kind)
                .containsExactly("admission", "discharge");
    }

    private static EncounterCoded admitted(EncounterCoded encounter, String setting) {
        return new EncounterCoded(
                encounter.encounterId(),
                encounter.version(),
                encounter.codingCaseId(),
                encounter.patientId(),
                encounter.practitionerId(),
                encounter.locationId(),
                encounter.coverageIds(),
                encounter.serviceDate(),
                encounter.diagnoses(),
                encounter.lines(),
                encounter.codedBy(),
                "professional",
                setting,
                Facts.ON.minusDays(2),
                Facts.ON,
                null,
                null,
                null,
                null);
    }
}
