package org.superbill.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    @Test
    void holdsWhatEachServiceOffers() {
        var whole = OASFactory.createOpenAPI();
        var merged = new MergedDocument(whole);
        merged.add(document("/patients", "listPatients", "Patient", "string"), "patient-service");
        merged.add(document("/claims", "listClaims", "Claim", "string"), "billing-service");
        merged.requireNoConflicts();

        assertThat(whole.getPaths().getPathItems()).containsOnlyKeys("/patients", "/claims");
        assertThat(whole.getComponents().getSchemas()).containsOnlyKeys("Patient", "Claim");
        assertThat(whole.getTags()).hasSize(1);
    }

    @Test
    void twoServicesMayShareASchemaThatIsTheSame() {
        var whole = OASFactory.createOpenAPI();
        var merged = new MergedDocument(whole);
        merged.add(document("/a", "listA", "Address", "string"), "patient-service");
        merged.add(document("/b", "listB", "Address", "string"), "billing-service");
        merged.requireNoConflicts();

        assertThat(whole.getComponents().getSchemas()).containsOnlyKeys("Address");
    }

    @Test
    void oneNameForTwoDifferentSchemasIsRefused() {
        var merged = new MergedDocument(OASFactory.createOpenAPI());
        merged.add(document("/a", "listA", "Address", "string"), "patient-service");
        merged.add(document("/b", "listB", "Address", "integer"), "billing-service");

        assertThatThrownBy(merged::requireNoConflicts).hasMessageContaining("schema Address of billing-service");
    }

    @Test
    void oneOperationIdForTwoOperationsIsRefused() {
        var merged = new MergedDocument(OASFactory.createOpenAPI());
        merged.add(document("/a", "list", "A", "string"), "patient-service");
        merged.add(document("/b", "list", "B", "string"), "billing-service");

        assertThatThrownBy(merged::requireNoConflicts).hasMessageContaining("operationId list");
    }

    @Test
    void onePathOfTwoServicesIsRefusedUnlessItIsTheSame() {
        var merged = new MergedDocument(OASFactory.createOpenAPI());
        merged.add(document("/a", "listA", "A", "string"), "patient-service");
        merged.add(document("/a", "listA", "A", "string"), "coding-service");
        merged.requireNoConflicts();
        merged.add(document("/a", "listOther", "B", "string"), "billing-service");

        assertThatThrownBy(merged::requireNoConflicts).hasMessageContaining("path /a of billing-service");
    }

    private static OpenAPI document(String path, String operationId, String schema, String type) {
        var yaml = """
                openapi: 3.1.0
                info: {title: t, version: "1"}
                tags: [{name: Things}]
                paths:
                  %s:
                    get:
                      operationId: %s
                      responses:
                        "200":
                          description: fine
                          content:
                            application/json:
                              schema: {$ref: "#/components/schemas/%s"}
                components:
                  schemas:
                    %s: {type: object, properties: {value: {type: %s}}}
                """.formatted(path, operationId, schema, schema, type);
        return OpenApiFile.read(yaml);
    }
}
