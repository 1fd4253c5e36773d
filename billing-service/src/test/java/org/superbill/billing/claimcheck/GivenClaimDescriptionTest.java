package org.superbill.billing.claimcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

/** What a program that is made of the document has to know to call it. */
class GivenClaimDescriptionTest {
    private static Map<String, Schema> schemas() {
        var document = OASFactory.createOpenAPI();
        new GivenClaimDescription().filterOpenAPI(document);
        return document.getComponents().getSchemas();
    }

    @Test
    void aClaimIsDescribedDownToItsLines() {
        var schemas = schemas();
        var claim = schemas.get("GivenClaimFacts");
        assertThat(claim.getProperties()).containsKeys("encounter", "organization", "patient", "coverage", "payer");
        assertThat(claim.getRequired()).containsExactly("encounter");
        assertThat(claim.getProperties().get("encounter").getRef())
                .isEqualTo("#/components/schemas/GivenEncounterCoded");
        var encounter = schemas.get("GivenEncounterCoded");
        assertThat(encounter.getRequired()).containsExactlyInAnyOrder("serviceDate", "diagnoses", "lines");
        assertThat(encounter.getProperties().get("lines").getItems().getRef())
                .isEqualTo("#/components/schemas/GivenEncounterCodedLine");
        var line = schemas.get("GivenEncounterCodedLine");
        assertThat(line.getProperties().get("units").getType()).containsExactly(Schema.SchemaType.NUMBER);
        assertThat(line.getProperties().get("serviceDate").getFormat()).isEqualTo("date");
        assertThat(line.getRequired()).contains("lineNumber").doesNotContain("details", "procedureCode");
    }

    @Test
    void whatIsLookedUpByItsIdMayBeGivenToo() {
        var coverage = schemas().get("GivenCoverageChanged");
        assertThat(coverage.getRequired())
                .contains("memberId", "effectiveFrom")
                .doesNotContain("coverageId", "patientId", "payerId", "effectiveTo");
    }
}
